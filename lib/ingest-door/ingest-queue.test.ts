import { expect, it } from "vitest";
import { type IngestItem, IngestProblem, type IngestResult } from "#runtime";
import { IngestQueue } from "./ingest-queue.ts";

const item = (userId: string): IngestItem => ({ workspaceId: "w", type: "track", userId, event: "e" });
const accept = (items: readonly IngestItem[]): IngestResult[] =>
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

/** Refuses like the database: as a whole, because of items by these people. */
const refusing = (bad: readonly string[], tried: string[][] = []) =>
  new IngestQueue(async (items) => {
    tried.push(items.map(({ userId }) => userId ?? ""));
    if (items.some(({ userId }) => bad.includes(userId ?? ""))) throw Object.assign(new Error("no"), { code: "22003" });
    return accept(items);
  });

it("F1: an item that the database refuses takes neither its own request's items with it nor another's", async () => {
  const tried: string[][] = [];
  const queue = refusing(["bad"], tried);
  const [own, other] = await Promise.all([
    queue.add(["a", "b", "bad", "c", "d"].map(item)),
    queue.add([item("e"), item("f")]),
  ]);
  expect(own?.map(({ status }) => status)).toEqual(["accepted", "accepted", "refused", "accepted", "accepted"]);
  expect(other?.map(({ status }) => status)).toEqual(["accepted", "accepted"]);
  expect(tried[0]).toHaveLength(7);
});

it("F1: many items that the database refuses are all found, and the rest is stored in its order", async () => {
  const bad = ["0", "7", "8", "31", "99"];
  const tried: string[][] = [];
  const results = await refusing(bad, tried).add(Array.from({ length: 100 }, (_, n) => item(String(n))));
  expect(results.flatMap(({ status }, n) => (status === "refused" ? [String(n)] : []))).toEqual(bad);
  const stored = tried.filter((ids) => !ids.some((id) => bad.includes(id))).flat();
  expect(stored).toEqual(Array.from({ length: 100 }, (_, n) => String(n)).filter((id) => !bad.includes(id)));
});

it("F1: a fault of the database itself refuses nothing: the request fails and may be sent again", async () => {
  const queue = new IngestQueue(async () => {
    throw Object.assign(new Error("away"), { code: "57P01" });
  });
  await expect(queue.add([item("a"), item("b")])).rejects.toThrow("away");
});

it("an atomic request is stored as a whole or not at all", async () => {
  const tried: string[][] = [];
  const queue = new IngestQueue(async (items) => {
    tried.push(items.map(({ userId }) => userId ?? ""));
    throw new IngestProblem(1, "properties", "contains a NUL character");
  });
  await expect(queue.add([item("a"), item("b")], true)).rejects.toThrow(IngestProblem);
  expect(tried).toEqual([["a", "b"]]);
});

it("T6: while the database is away nobody waits for the others to be tried", async () => {
  let tries = 0;
  const queue = new IngestQueue(async () => {
    tries++;
    throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  });
  const answers = await Promise.allSettled([queue.add([item("a")]), queue.add([item("b")]), queue.add([item("c")])]);
  expect(answers.map((answer) => answer.status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(tries).toBe(1);
});
