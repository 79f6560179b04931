import { type Connection, type Owned, peopleOf, plain, shardsOf, toSqlTimestamp, workspacesOf } from "./connection.ts";

/** When to judge people's memberships again; the judgement just made replaces what was planned. */
export async function planRechecks(sql: Connection, rows: readonly Owned<number>[]): Promise<void> {
  await sql`
    insert into segment_rechecks (shard, person_id, workspace_id, recheck_at)
    select shard, person_id, workspace_id, recheck_at
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(peopleOf(rows))}::uuid[], ${plain(workspacesOf(rows))}::uuid[],
      ${plain(rows.map(({ row }) => toSqlTimestamp(row)))}::timestamptz[]
    ) as planned (shard, person_id, workspace_id, recheck_at)
    on conflict (shard, person_id) do update set recheck_at = excluded.recheck_at
      where segment_rechecks.recheck_at <> excluded.recheck_at`;
}

/** The same from one segment's point of view: what the others have planned for earlier stays. */
export async function advanceRechecks(sql: Connection, rows: readonly Owned<number>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into segment_rechecks (shard, person_id, workspace_id, recheck_at)
    select shard, person_id, workspace_id, recheck_at
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(peopleOf(rows))}::uuid[], ${plain(workspacesOf(rows))}::uuid[],
      ${plain(rows.map(({ row }) => toSqlTimestamp(row)))}::timestamptz[]
    ) as planned (shard, person_id, workspace_id, recheck_at)
    on conflict (shard, person_id) do update set recheck_at = excluded.recheck_at
      where segment_rechecks.recheck_at > excluded.recheck_at`;
}
