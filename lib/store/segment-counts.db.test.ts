import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, newId, shardOf } from "#db";
import { testDatabase } from "#db/testing";
import { people } from "./people/table.ts";
import { countMembers, rollUpSegmentCounts } from "./segment-counts/index.ts";
import { deleteMemberships, insertMemberships, joinMemberships } from "./segment-members/index.ts";
import { dropMemberships } from "./segment-members/write.ts";
import { segments } from "./segments/table.ts";
import { testWorkspace } from "./testing/index.ts";

const SHARDS = [3, 3, 9] as const;

let database: Database;
let workspaceId: string;
let segmentIds: string[];
let personIds: string[];

beforeAll(async () => {
  database = (await testDatabase()).database;
});

/** Three people, two of them in one shard, and two segments. */
beforeEach(async () => {
  workspaceId = (await testWorkspace(database)).workspaceId;
  personIds = SHARDS.map((shard) => newId(shard));
  await database.orm.insert(people).values(personIds.map((id) => ({ id, shard: shardOf(id), workspaceId })));
  segmentIds = [newId(), newId()];
  await database.orm
    .insert(segments)
    .values(segmentIds.map((id) => ({ id, workspaceId, key: id, name: id, kind: "static" as const })));
});

const membership = (person: number, segment: number) => {
  const personId = personIds[person] ?? "";
  return { owner: { shard: shardOf(personId), workspaceId, personId }, row: segmentIds[segment] ?? "" };
};

/** The kept numbers, which have to be those of the rows, also after they are rolled up. */
async function counted(): Promise<number[]> {
  const kept = await countMembers(database.sql, segmentIds);
  const rows = await database.sql<{ segment_id: string; members: number }[]>`
    select segment_id, count(*)::int as members from segment_members where segment_id = any(${segmentIds}::uuid[]) group by 1`;
  expect(kept).toEqual(new Map(rows.map((row) => [row.segment_id, row.members])));
  for (const shard of new Set(SHARDS)) await rollUpSegmentCounts(database.sql, shard);
  expect(await countMembers(database.sql, segmentIds)).toEqual(kept);
  return segmentIds.map((id) => kept.get(id) ?? 0);
}

test("R51 members are counted when they join, leave, merge and are erased, each of them once", async () => {
  const { sql } = database;
  const all = [0, 1, 2].flatMap((person) => [0, 1].map((segment) => membership(person, segment)));
  await insertMemberships(sql, all, Date.now());
  await insertMemberships(sql, all.slice(0, 2), Date.now());
  expect(await counted()).toEqual([3, 3]);

  await deleteMemberships(sql, [membership(0, 0), membership(2, 0)]);
  expect(await counted()).toEqual([1, 3]);
  await deleteMemberships(sql, [membership(0, 0)]);
  expect(await counted()).toEqual([1, 3]);

  // The first and the second person become one: the first is in the second segment only, the second in both.
  const place = (person: number) => ({ shard: SHARDS[person] ?? 0, personId: personIds[person] ?? "" });
  await joinMemberships(sql, place(1), place(0), []);
  expect(await counted()).toEqual([1, 2]);
  await joinMemberships(sql, place(0), place(2), [segmentIds[0] ?? ""]);
  expect(await counted()).toEqual([0, 1]);

  await dropMemberships(sql, 9, [personIds[2] ?? ""]);
  expect(await counted()).toEqual([0, 0]);
});
