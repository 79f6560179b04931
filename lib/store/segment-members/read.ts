import { type Connection, plain } from "../sql/connection.ts";

export async function readMemberships(
  sql: Connection,
  shards: number[],
  people: string[],
): Promise<{ personId: string; segmentId: string }[]> {
  return await sql<{ personId: string; segmentId: string }[]>`
    select person_id as "personId", segment_id as "segmentId"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join segment_members on segment_members.shard = wanted.shard and segment_members.person_id = wanted.id`;
}
