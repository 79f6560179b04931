import type { MigrationPlan } from "#engine";
import type { SliceQuery, SliceResult } from "../operations/slice.ts";
import { toSqlTimestamp } from "../sql/connection.ts";

/**
 * Writes a `resume` signal for each person of one shard who is in the journey or has something set aside by a pause.
 * People whose wait simply continues do not count against the rate. Kept signals, due timers, actions and messages
 * count.
 */
export async function handBack(slice: SliceQuery): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, budget, now } = slice;
  const { journeyId, workspaceId } = operation;
  const rows = await sql<{ personId: string; kept: boolean }[]>`
    with inside as (
      select person_id, wake_at is null or state -> 'held' is not null as kept from positions
      where shard = ${shard} and journey_id = ${journeyId} and person_id > ${cursor}
      union all
      select person_id, true from queued_actions
      where shard = ${shard} and journey_id = ${journeyId} and person_id > ${cursor}
      union all
      select person_id, true from deliveries
      where shard = ${shard} and journey_id = ${journeyId} and person_id > ${cursor} and status = 'held'
    ), people as (
      select person_id, bool_or(kept) as kept from inside group by person_id order by person_id limit ${limit}
    ), portion as (
      select person_id, kept, sum(kept::int) over (order by person_id) as place from people
    ), handed as (
      select person_id, kept from portion where ${budget}::int is null or place <= ${budget}::int
    ), told as (
      insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
      select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${workspaceId}, person_id, 'resume',
        ${JSON.stringify({ journeyId })}::text::json
      from handed
    )
    select person_id as "personId", kept from handed order by person_id`;
  const last = rows.at(-1)?.personId ?? null;
  const setOff = rows.filter((row) => row.kept).length;
  // If the slice was cut short by the rate or by the limit, there may be more people.
  const done = rows.length < limit && (budget === null || setOff < budget);
  return { done: rows.length, setOff, cursor: done ? null : last };
}

/**
 * Writes a `migrate` signal for each enrollment that stands on a node of the plan; people in slices. The signal
 * contains the whole plan, because the person may have moved to another of its nodes by the time the signal is read
 * (R35).
 */
export async function migratePeople(slice: SliceQuery, toVersionId: string, plan: MigrationPlan): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, budget, now } = slice;
  const { journeyId, workspaceId } = operation;
  const most = Math.min(limit, budget ?? limit);
  const rows = await sql<{ personId: string }[]>`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${workspaceId}, standing.person_id, 'migrate',
      jsonb_build_object('enrollmentId', standing.enrollment_id)
        || ${JSON.stringify({ journeyId, toVersionId, plan })}::text::jsonb
    from (
      select person_id, enrollment_id from positions
      where shard = ${shard} and journey_id = ${journeyId} and version_id <> ${toVersionId} and person_id > ${cursor}
        and exists (
          select from unnest(
            ${plan.steps.map((step) => step.nodeId)}::uuid[], ${plan.steps.map((step) => step.versionId ?? null)}::uuid[]
          ) as step (node_id, version_id)
          where step.node_id = positions.node_id and coalesce(step.version_id, positions.version_id) = positions.version_id)
      order by person_id
      fetch first ${most} rows with ties
    ) standing
    returning person_id as "personId"`;
  const last = rows
    .map((row) => row.personId)
    .sort()
    .at(-1);
  return { done: rows.length, cursor: rows.length < most ? null : (last ?? null) };
}

/**
 * Writes a `retry` signal for each failed enrollment of one shard, in the order of their ids. Enrollments that were
 * archived meanwhile are left out.
 */
export async function retryFailed(slice: SliceQuery, nodeId: string | null, skip: boolean): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, budget, now } = slice;
  const most = Math.min(limit, budget ?? limit);
  const payload = JSON.stringify(skip ? { skip } : {});
  const rows = await sql<{ id: string }[]>`
    with failed as (
      select id, person_id from enrollments
      where shard = ${shard} and journey_id = ${operation.journeyId} and status = 'failed' and hidden_at is null
        and id > ${cursor}
        and epoch >= (select epoch from journeys where journeys.id = ${operation.journeyId})
        and (${nodeId}::uuid is null or last_node_id = ${nodeId}::uuid)
      order by id
      limit ${most}
    ), told as (
      insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
      select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, person_id, 'retry',
        jsonb_build_object('enrollmentId', id) || ${payload}::text::jsonb
      from failed
    )
    select id from failed order by id`;
  return { done: rows.length, cursor: rows.length < most ? null : (rows.at(-1)?.id ?? null) };
}

/**
 * Writes a `stop` signal for each enrollment of an older epoch, and for each enrollment with actions still set aside;
 * people in slices.
 */
export async function signalStale(slice: SliceQuery): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, now } = slice;
  const rows = await sql<{ personId: string }[]>`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, stale.person_id, 'stop',
      jsonb_build_object('enrollmentId', stale.enrollment_id, 'reason', 'journey_archived')
    from (
      select person_id, enrollment_id from positions
      where shard = ${shard} and journey_id = ${operation.journeyId} and person_id > ${cursor}
        and epoch < (select epoch from journeys where id = ${operation.journeyId})
      union
      select person_id, enrollment_id from queued_actions
      where shard = ${shard} and journey_id = ${operation.journeyId} and person_id > ${cursor}
        and epoch < (select epoch from journeys where id = ${operation.journeyId})
      order by person_id
      fetch first ${limit} rows with ties
    ) stale
    returning person_id as "personId"`;
  const last = rows
    .map((row) => row.personId)
    .sort()
    .at(-1);
  return { done: rows.length, cursor: rows.length < limit ? null : (last ?? null) };
}
