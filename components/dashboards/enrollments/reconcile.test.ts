import { expect, it } from "vitest";
import { addsUp } from "./reconcile.ts";

it("adds up when nobody is missing or counted twice", () => {
  expect(addsUp({ entered: 10, waiting: 2, advanced: 5, exited: 2, failed: 1 })).toBe(true);
  expect(addsUp({ entered: 10, waiting: 2, advanced: 5, exited: 2, failed: 0 })).toBe(false);
  expect(addsUp({ entered: 10, waiting: 3, advanced: 5, exited: 2, failed: 1 })).toBe(false);
});
