import { expect, it } from "vitest";
import type { IngestItem, IngestResult } from "#runtime";
import { IngestQueue } from "./ingest-queue.ts";

const item = (userId: string): IngestItem => ({ workspaceId: "w", type: "track", userId, event: "e" });
const accept = (items: IngestItem[]): IngestResult[] =>
  items.map(({ userId }) => ({ status: "accepted", personId: userId ?? null }));

it("what many callers bring at once goes into one transaction, and each hears of their own", async () => {
  const batches: number[] = [];
  const queue = new IngestQueue(async (items) => {
    batches.push(items.length);
    return accept(items);
  });
  const answers = await Promise.all([
    queue.add([item("a")]),
    queue.add([item("b"), item("c")]),
    queue.add([item("d")]),
  ]);
  expect(batches).toEqual([4]);
  expect(answers.map((results) => results.map((result) => result.personId))).toEqual([["a"], ["b", "c"], ["d"]]);
});

it("a transaction stays within 500 events but for one larger request", async () => {
  const batches: number[] = [];
  const queue = new IngestQueue(async (items) => {
    batches.push(items.length);
    return accept(items);
  });
  await Promise.all(Array.from({ length: 30 }, () => queue.add(Array.from({ length: 100 }, () => item("a")))));
  expect(batches.reduce((sum, size) => sum + size, 0)).toBe(3_000);
  expect(Math.max(...batches)).toBeLessThanOrEqual(500);
});

it("only the culprit of a failed transaction is refused", async () => {
  const queue = new IngestQueue(async (items) => {
    if (items.some(({ userId }) => userId === "bad")) throw new Error("refused");
    return accept(items);
  });
  const answers = await Promise.allSettled([queue.add([item("a")]), queue.add([item("bad")]), queue.add([item("b")])]);
  expect(answers.map((answer) => answer.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
