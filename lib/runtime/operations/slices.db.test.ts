import { expect, test } from "vitest";
import { ALL_SHARDS, newId } from "#db";
import { everyoneOf, membersOf, readAudienceMembers, type Source } from "#store/people";
import { forceIndexScans } from "#store/sql";
import { RuntimeHarness } from "../testing/runtime-harness.ts";
import { FIRST, type Slice } from "./operation.ts";

const SHARD = 7;
const IN_EACH = 100;
const LIMIT = 40;

/** Creates the same number of people in every shard, all of them in a segment. */
async function crowd({ database, workspaceId }: RuntimeHarness): Promise<string> {
  const segmentId = newId();
  const shards = ALL_SHARDS.flatMap((shard) => Array.from({ length: IN_EACH }, () => shard));
  await database.sql`
    insert into people (shard, id, workspace_id)
    select shard, id, ${workspaceId} from unnest(${shards}::int[], ${shards.map((shard) => newId(shard))}::uuid[]) as one (shard, id)`;
  await database.sql`insert into segment_members (shard, segment_id, person_id) select shard, ${segmentId}, id from people`;
  await database.sql`analyze people, segment_members`;
  return segmentId;
}

test("R15 a slice reads its own people, and not everybody after them", async () => {
  const stage = await RuntimeHarness.open();
  const { workspaceId, database } = stage;
  const segmentId = await crowd(stage);
  const peopleRead = async (sql: Slice["sql"]) => {
    const [row] = await sql<{ read: number }[]>`
      select sum(pg_stat_get_xact_tuples_returned(indexrelid))::int as read from pg_index where indrelid = 'people'::regclass`;
    return row?.read ?? 0;
  };
  const readBy = (source: (slice: Slice) => Source) =>
    database.sql.begin(async (sql) => {
      await forceIndexScans(sql);
      const before = await peopleRead(sql);
      const slice = { sql, operation: { workspaceId }, shard: SHARD, cursor: FIRST, limit: LIMIT } as Slice;
      const members = await readAudienceMembers(slice, source(slice));
      return { people: members.length, read: (await peopleRead(sql)) - before };
    });
  expect(await readBy((slice) => membersOf(slice, segmentId))).toEqual({ people: LIMIT, read: LIMIT });
  expect(await readBy(everyoneOf)).toEqual({ people: LIMIT, read: LIMIT });
});
