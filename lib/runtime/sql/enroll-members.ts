import type { Slice, SliceResult } from "../operations/operation.ts";
import { moment } from "./connection.ts";

/**
 * A slice of a segment's members of one shard into the shard's mailbox, in one statement. Each brings the time they
 * joined, so that one membership enrolls once, by whichever of a build and a live join comes first (R28).
 */
export async function enrollMembers(
  slice: Slice,
  payload: string,
  segmentId: string,
  asAudience: boolean,
): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, now } = slice;
  const since = sql`
    || jsonb_build_object('memberSince', floor(date_part('epoch', member.entered_at) * 1000 + 0.0005))`;
  const rows = await sql<{ personId: string }[]>`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${moment(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, member.person_id, 'enroll',
      ${payload}::text::jsonb ${asAudience ? since : sql``}
    from segment_members member
    join people on people.shard = member.shard and people.id = member.person_id and people.merged_into is null
    where member.shard = ${shard} and member.segment_id = ${segmentId} and member.person_id > ${cursor}
      and people.workspace_id = ${operation.workspaceId}
    order by member.person_id
    limit ${limit}
    returning person_id as "personId"`;
  return { done: rows.length, cursor: rows.length < limit ? null : (lastOf(rows) ?? null) };
}

const lastOf = (rows: readonly { personId: string }[]): string | undefined =>
  rows
    .map((row) => row.personId)
    .sort()
    .at(-1);
