import { beforeAll, expect, test } from "vitest";
import { type Database, newId } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { listResponses, type ResponseFilter } from "./index.ts";

const START = Date.parse("2026-03-04T12:00:00Z");
const surveyId = newId();
let database: Database;

beforeAll(async () => {
  ({ database } = await testDatabase());
  const workspaceId = newId();
  // Nearly all in one shard, many of one moment, and one in each other shard.
  const places = [
    ...Array.from({ length: 120 }, (_, place) => ({ shard: 7, at: START + Math.floor(place / 30) })),
    ...Array.from({ length: 64 }, (_, shard) => ({ shard, at: START + shard - 40 })),
  ];
  await database.orm.insert(schema.surveyResponses).values(
    places.map(({ shard, at }, place) => {
      const times = { startedAt: new Date(at), updatedAt: new Date(at) };
      const answers = { why: { value: place % 10 === 0 ? "too dear" : "fine", at } };
      const source = "link" as const;
      return { shard, id: newId(shard), workspaceId, surveyId, revision: 1, source, answers, asked: ["why"], ...times };
    }),
  );
});

/** All parts, each beginning where the one before ended. */
async function everyPart(limit: number, changes: Partial<ResponseFilter> = {}) {
  const range = { from: START - 1_000, to: START + 1_000 };
  const all: { id: string; at: number }[] = [];
  for (let before: ResponseFilter["before"] = null; ; before = all.at(-1) ?? null) {
    const filter = { surveyId, ...range, revision: null, question: null, pattern: null, before, ...changes };
    const part = await listResponses(database.sql, filter, limit);
    all.push(...part.map(({ id, startedAt }) => ({ id, at: startedAt })));
    if (part.length < limit) return all;
  }
}

test("parts have each answer set once, the newest first, however unevenly the shards are filled", async () => {
  for (const limit of [7, 50, 1_000]) {
    const all = await everyPart(limit);
    expect(all).toHaveLength(184);
    expect(new Set(all.map(({ id }) => id)).size).toBe(184);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((one, other) => other - one));
  }
});

test("a search finds what was written anywhere; where nothing is there is an empty part", async () => {
  expect(await everyPart(5, { pattern: "%dear%" })).toHaveLength(19);
  expect(await everyPart(5, { to: START - 900 })).toEqual([]);
  expect(await everyPart(5, { question: "other" })).toEqual([]);
});
