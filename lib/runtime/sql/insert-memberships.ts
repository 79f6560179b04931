import { type Connection, type Owned, peopleOf, shardsOf, toSqlTimestamp, workspacesOf } from "./connection.ts";

/** The last guard: nobody joins a list of another workspace, or one that was deleted a moment ago (R46). */
export async function insertMemberships(sql: Connection, rows: readonly Owned<string>[], now: number): Promise<void> {
  await sql`
    insert into segment_members (shard, segment_id, person_id, entered_at)
    select shard, segment_id, person_id, ${toSqlTimestamp(now)}::timestamptz
    from unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[], ${peopleOf(rows)}::uuid[],
      ${workspacesOf(rows)}::uuid[]) as joined (shard, segment_id, person_id, workspace_id)
    where exists (
      select from segments where segments.id = joined.segment_id and segments.workspace_id = joined.workspace_id)
    on conflict do nothing`;
}
