import { ALL_SHARDS } from "#db";
import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export async function readMemberships(
  sql: Connection,
  shards: number[],
  people: string[],
): Promise<{ personId: string; segmentId: string }[]> {
  return await sql<{ personId: string; segmentId: string }[]>`
    select person_id as "personId", segment_id as "segmentId"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join segment_members on segment_members.shard = wanted.shard ${ofOneShard(sql, "segment_members", shards)}
      and segment_members.person_id = wanted.id`;
}

/** All present members of a segment; null if there are more than `limit`. */
export async function membersUpTo(sql: Connection, segmentId: string, limit: number): Promise<string[] | null> {
  const rows = await sql<{ person_id: string }[]>`
    select person_id from segment_members
    where shard = any(${ALL_SHARDS}::smallint[]) and segment_id = ${segmentId}
    limit ${limit + 1}`;
  return rows.length > limit ? null : rows.map((row) => row.person_id);
}
