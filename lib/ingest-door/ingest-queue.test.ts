import { expect, it } from "vitest";
import { type IngestItem, IngestProblem, type IngestResult } from "#runtime";
import { IngestQueue } from "./ingest-queue.ts";

const item = (userId: string): IngestItem => ({ workspaceId: "w", type: "track", userId, event: "e" });
const accept = (items: readonly IngestItem[]): IngestResult[] =>
  items.map(({ userId }) => ({ status: "accepted", personId: userId ?? null }));

const nobody = async (): Promise<never> => {
  throw new Error("Nothing was to be stored apart.");
};

it("what many callers bring at once goes into one transaction, and each hears of their own", async () => {
  const batches: number[] = [];
  const queue = new IngestQueue(async (items) => {
    batches.push(items.length);
    return accept(items);
  }, nobody);
  const answers = await Promise.all([
    queue.add([item("a")]),
    queue.add([item("b"), item("c")]),
    queue.add([item("d")]),
  ]);
  expect(batches).toEqual([4]);
  expect(answers.map((results) => results.map((result) => result.status !== "refused" && result.personId))).toEqual([
    ["a"],
    ["b", "c"],
    ["d"],
  ]);
});

it("a transaction stays within 500 events but for one larger request", async () => {
  const batches: number[] = [];
  const queue = new IngestQueue(async (items) => {
    batches.push(items.length);
    return accept(items);
  }, nobody);
  await Promise.all(Array.from({ length: 30 }, () => queue.add(Array.from({ length: 100 }, () => item("a")))));
  expect(batches.reduce((sum, size) => sum + size, 0)).toBe(3_000);
  expect(Math.max(...batches)).toBeLessThanOrEqual(500);
});

it("only the culprit of a failed transaction is refused", async () => {
  const queue = new IngestQueue(async (items) => {
    if (items.some(({ userId }) => userId === "bad")) throw new Error("refused");
    return accept(items);
  }, nobody);
  const answers = await Promise.allSettled([queue.add([item("a")]), queue.add([item("bad")]), queue.add([item("b")])]);
  expect(answers.map((answer) => answer.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

it("F1: only the request that was refused as a whole, and alone, is taken apart", async () => {
  const apart: string[][] = [];
  const queue = new IngestQueue(
    async (items) => {
      if (items.some(({ userId }) => userId === "bad")) throw Object.assign(new Error("no"), { code: "22003" });
      return accept(items);
    },
    async (items) => {
      apart.push(items.map(({ userId }) => userId ?? ""));
      return accept(items);
    },
  );
  await Promise.all([queue.add(["a", "bad"].map(item)), queue.add([item("b")])]);
  expect(apart).toEqual([["a", "bad"]]);
});

it("F1: a fault of the database itself refuses nothing: the request fails and may be sent again", async () => {
  const queue = new IngestQueue(async () => {
    throw Object.assign(new Error("away"), { code: "57P01" });
  }, nobody);
  await expect(queue.add([item("a"), item("b")])).rejects.toThrow("away");
});

it("an atomic request is stored as a whole or not at all", async () => {
  const tried: string[][] = [];
  const queue = new IngestQueue(async (items) => {
    tried.push(items.map(({ userId }) => userId ?? ""));
    throw new IngestProblem(1, "properties", "contains a NUL character");
  }, nobody);
  await expect(queue.add([item("a"), item("b")], true)).rejects.toThrow(IngestProblem);
  expect(tried).toEqual([["a", "b"]]);
});

it("T6: while the database is away nobody waits for the others to be tried", async () => {
  let tries = 0;
  const queue = new IngestQueue(async () => {
    tries++;
    throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  }, nobody);
  const answers = await Promise.allSettled([queue.add([item("a")]), queue.add([item("b")]), queue.add([item("c")])]);
  expect(answers.map((answer) => answer.status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(tries).toBe(1);
});
