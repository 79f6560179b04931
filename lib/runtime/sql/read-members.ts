import type { Newcomer, Slice } from "../operations/operation.ts";
import { personColumns } from "./read-people.ts";

/** A slice of a segment's members of one shard, in the order of their ids, with the time they joined. */
export async function readMembers(slice: Slice, segmentId: string): Promise<Newcomer[]> {
  const { sql, operation, shard, cursor, limit } = slice;
  return await sql<Newcomer[]>`
    select ${personColumns(sql)}, floor(date_part('epoch', member.entered_at) * 1000 + 0.0005) as since
    from segment_members member
    join people on people.shard = member.shard and people.id = member.person_id and people.merged_into is null
    where member.shard = ${shard} and member.segment_id = ${segmentId} and member.person_id > ${cursor}
      and people.workspace_id = ${operation.workspaceId}
    order by member.person_id
    limit ${limit}`;
}
