import {
  type Connection,
  type Owned,
  peopleOf,
  plain,
  shardsOf,
  timeOr,
  toSqlTimestamp,
  workspacesOf,
} from "../sql/connection.ts";

/**
 * Stores when to evaluate people's memberships again. The caller has evaluated all segments, so the new time replaces
 * the stored one.
 */
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

/** The same after evaluating a single segment: an earlier time planned for other segments stays. */
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

/**
 * Turns due rows of one shard into `poll` signals. One statement deletes the row and inserts the signal. Evaluating the
 * person writes the next row, so nothing has to be restored.
 */
export async function wakeMembers(sql: Connection, shard: number, now: string | null, limit: number): Promise<number> {
  const result = await sql`
    with due as (
      delete from segment_rechecks
      where shard = ${shard} and person_id in (
        select person_id from segment_rechecks
        where shard = ${shard} and recheck_at < ${timeOr(sql, now)}
        order by recheck_at limit ${limit}
        for update skip locked)
      returning person_id, workspace_id
    )
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${timeOr(sql, now)}, gen_random_uuid(), workspace_id, person_id, 'poll', '{}'
    from due`;
  return result.count;
}
