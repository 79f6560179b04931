import type { Slice, SliceResult } from "../operations/operation.ts";
import { moment } from "./connection.ts";

/** The listed people of one shard into its mailbox; strangers to the workspace are passed over. */
export async function enrollPeople(slice: Slice, payload: string, people: readonly string[]): Promise<SliceResult> {
  const { sql, operation, shard, now } = slice;
  const inserted = await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${moment(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, people.id, 'enroll',
      ${payload}::text::jsonb
    from people
    where shard = ${shard} and id = any(${[...people]}::uuid[]) and workspace_id = ${operation.workspaceId}`;
  return { done: inserted.count, cursor: null };
}
