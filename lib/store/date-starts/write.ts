import type { DatePlan } from "#engine";
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
import { ofOneShard } from "../sql/one-shard.ts";

/**
 * Stores people's next dates. A row that was due before the new plan starts is kept, because it is about to be sent to
 * the person; it is marked if its trait value has changed. If the plan has no next date, the row is deleted.
 */
export async function planDates(sql: Connection, rows: readonly Owned<DatePlan>[]): Promise<void> {
  const coming = rows.filter(({ row }) => row.at !== null);
  const never = rows.filter(({ row }) => row.at === null);
  await markChanged(sql, rows);
  if (coming.length > 0)
    await sql`
      insert into date_starts (shard, person_id, workspace_id, journey_id, node_id, due_at, since, basis, key)
      select shard, person_id, workspace_id, journey_id, node_id, due_at, since, basis, key
      from unnest(
        ${plain(shardsOf(coming))}::int[], ${plain(peopleOf(coming))}::uuid[], ${plain(workspacesOf(coming))}::uuid[],
        ${plain(coming.map(({ row }) => row.journeyId))}::uuid[], ${plain(coming.map(({ row }) => row.nodeId))}::uuid[],
        ${plain(coming.map(({ row }) => toSqlTimestamp(row.at ?? 0)))}::timestamptz[],
        ${plain(coming.map(({ row }) => toSqlTimestamp(row.since)))}::timestamptz[], ${plain(coming.map(({ row }) => row.basis))}::text[],
        ${plain(coming.map(({ row }) => row.key))}::text[]
      ) as planned (shard, person_id, workspace_id, journey_id, node_id, due_at, since, basis, key)
      on conflict (shard, person_id, journey_id, node_id) do update
        set due_at = excluded.due_at, since = excluded.since, basis = excluded.basis, key = excluded.key
        where date_starts.due_at > excluded.since`;
  if (never.length > 0)
    await sql`
      delete from date_starts
      using unnest(
        ${plain(shardsOf(never))}::int[], ${plain(peopleOf(never))}::uuid[],
        ${plain(never.map(({ row }) => row.journeyId))}::uuid[], ${plain(never.map(({ row }) => row.nodeId))}::uuid[],
        ${plain(never.map(({ row }) => toSqlTimestamp(row.since)))}::timestamptz[]
      ) as gone (shard, person_id, journey_id, node_id, since)
      where date_starts.shard = gone.shard ${ofOneShard(sql, "date_starts", shardsOf(never))}
        and date_starts.person_id = gone.person_id
        and date_starts.journey_id = gone.journey_id and date_starts.node_id = gone.node_id
        and date_starts.due_at > gone.since`;
}

/**
 * Marks dates that were already due when the trait value changed: they count, and the next date is planned from the
 * time of the change.
 */
async function markChanged(sql: Connection, rows: readonly Owned<DatePlan>[]): Promise<void> {
  await sql`
    update date_starts set basis = '', since = changed.since
    from unnest(
      ${plain(shardsOf(rows))}::int[], ${plain(peopleOf(rows))}::uuid[],
      ${plain(rows.map(({ row }) => row.journeyId))}::uuid[], ${plain(rows.map(({ row }) => row.nodeId))}::uuid[],
      ${plain(rows.map(({ row }) => toSqlTimestamp(row.since)))}::timestamptz[], ${plain(rows.map(({ row }) => row.basis))}::text[]
    ) as changed (shard, person_id, journey_id, node_id, since, basis)
    where date_starts.shard = changed.shard ${ofOneShard(sql, "date_starts", shardsOf(rows))}
      and date_starts.person_id = changed.person_id
      and date_starts.journey_id = changed.journey_id and date_starts.node_id = changed.node_id
      and date_starts.due_at <= changed.since and date_starts.basis <> changed.basis`;
}

/** Turns due rows of one shard into `date` signals. One statement deletes the row and inserts the signal. */
export async function sendDueDates(sql: Connection, shard: number, now: string | null, limit: number): Promise<number> {
  const result = await sql`
    with due as (
      delete from date_starts
      where shard = ${shard} and (person_id, journey_id, node_id) in (
        select person_id, journey_id, node_id from date_starts
        where shard = ${shard} and due_at < ${timeOr(sql, now)}
        order by due_at limit ${limit}
        for update skip locked)
      returning person_id, workspace_id, journey_id, node_id, since, basis, due_at, key
    )
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${timeOr(sql, now)}, gen_random_uuid(), workspace_id, person_id, 'date',
      json_build_object('journeyId', journey_id, 'nodeId', node_id, 'basis', basis,
        'since', floor(extract(epoch from since) * 1000)::bigint,
        'dueAt', floor(extract(epoch from due_at) * 1000)::bigint, 'key', key)
    from due`;
  return result.count;
}
