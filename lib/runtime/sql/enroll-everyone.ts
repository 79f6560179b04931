import type { Slice, SliceResult } from "../operations/operation.ts";
import { moment } from "./connection.ts";

/** A slice of the workspace's people of one shard into the shard's mailbox; the entry rules say who really enters. */
export async function enrollEveryone(slice: Slice, payload: string): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, now } = slice;
  const rows = await sql<{ personId: string }[]>`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${moment(now)}::timestamptz, gen_random_uuid(), workspace_id, id, 'enroll', ${payload}::text::jsonb
    from people
    where shard = ${shard} and id > ${cursor} and workspace_id = ${operation.workspaceId} and merged_into is null
    order by id
    limit ${limit}
    returning person_id as "personId"`;
  const last = rows
    .map((row) => row.personId)
    .sort()
    .at(-1);
  return { done: rows.length, cursor: rows.length < limit ? null : (last ?? null) };
}
