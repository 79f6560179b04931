import { expect, it } from "vitest";
import type { Operation } from "#data";
import { operationShare, operationWords } from "./words.ts";

const operation = (over: Partial<Operation>): Operation => ({
  id: "o",
  kind: "enroll",
  status: "running",
  done: 12_400,
  total: 90_000,
  journeyId: null,
  result: null,
  error: null,
  cancellable: false,
  createdAt: "2026-03-02T09:00:00.000Z",
  finishedAt: null,
  ...over,
});

it("says what is done and how far it is", () => {
  expect(operationWords(operation({}))).toBe("Enrolling: 12,400 of 90,000");
  expect(operationWords(operation({ total: null, done: 1 }))).toBe("Enrolling: 1 person so far");
  expect(operationWords(operation({ status: "waiting", done: 0 }))).toBe("Enrolling: queued");
  expect(operationWords(operation({ kind: "delete_journey" }))).toBe("Deleting: 12,400 of 90,000");
  expect(operationWords(operation({ kind: "paint_blue" }))).toContain("paint blue");
});

it("has a share only when the whole is known", () => {
  expect(operationShare(operation({}))).toBe(14);
  expect(operationShare(operation({ total: null }))).toBeNull();
  expect(operationShare(operation({ total: 0, status: "done" }))).toBe(100);
});
