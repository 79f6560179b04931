import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { caseCount, failures } from "./failures.ts";

const DateBefore = Date;

// The order of `npm start`: the engine is loaded first, and Next replaces the global `Date` afterwards.
it("S1 L1: every case has the same answer in a process where Next has replaced the globals", () => {
  createRequire(import.meta.url)("next/dist/server/node-environment");
  expect(Date).not.toBe(DateBefore);
  expect(new Date(0).constructor).not.toBe(DateBefore);
  expect(caseCount).toBeGreaterThan(100);
  expect(failures()).toEqual([]);
});
