import { type Connection, toSqlTimestamp, toSqlTimestampOrNull } from "../sql/connection.ts";
import type { ScheduleRow } from "./read.ts";

/** Advances a schedule from its known time; `false`: another engine was first (R45). */
export async function advanceSchedule(
  sql: Connection,
  { journeyId, nodeId, nextAt }: ScheduleRow,
  next: number | null,
  fired: number | null,
): Promise<boolean> {
  const moved = await sql`
    update schedules set next_at = ${toSqlTimestampOrNull(next)}::timestamptz,
      last_at = coalesce(${toSqlTimestampOrNull(fired)}::timestamptz, last_at)
    where journey_id = ${journeyId} and node_id = ${nodeId} and next_at = ${toSqlTimestamp(nextAt ?? 0)}::timestamptz`;
  return moved.count > 0;
}

/** Writes a schedule as published. Several engines that do so write the same row. */
export async function replaceSchedule(sql: Connection, row: ScheduleRow): Promise<void> {
  await sql`
    insert into schedules (journey_id, node_id, workspace_id, version_id, config, next_at, last_at)
    values (${row.journeyId}, ${row.nodeId}, ${row.workspaceId}, ${row.versionId}, ${JSON.stringify(row.config)}::text::jsonb,
      ${toSqlTimestampOrNull(row.nextAt)}::timestamptz, ${toSqlTimestampOrNull(row.lastAt)}::timestamptz)
    on conflict (journey_id, node_id) do update set version_id = excluded.version_id, config = excluded.config,
      next_at = excluded.next_at`;
}

export async function removeSchedule(sql: Connection, row: Pick<ScheduleRow, "journeyId" | "nodeId">): Promise<void> {
  await sql`delete from schedules where journey_id = ${row.journeyId} and node_id = ${row.nodeId}`;
}

/**
 * Queues the enrollment of a scheduled journey's audience, or of everybody if it has none. The operation's id is
 * derived from journey and time, so that a run happens once, even if several engines queue it (R45).
 */
export async function queueScheduledRun(sql: Connection, schedule: ScheduleRow, at: number): Promise<void> {
  const { journeyId, nodeId, workspaceId, versionId } = schedule;
  const input = { origin: "schedule", nodeId, properties: { scheduledFor: toSqlTimestamp(at) } };
  await sql`
    insert into operations (id, workspace_id, journey_id, kind, input, created_by)
    select md5(${`${journeyId} ${at}`})::uuid, ${workspaceId}, ${journeyId}, 'enroll',
      ${JSON.stringify(input)}::text::jsonb || case when document ->> 'audienceId' is null
        then '{"everyone": true}'::jsonb else jsonb_build_object('segmentId', document ->> 'audienceId') end,
      'schedule'
    from versions where id = ${versionId}
    on conflict (id) do nothing`;
}

/** Only one engine at a time, until the transaction ends; two would write the same schedules. */
export async function lockSchedules(sql: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sojourn.schedules'))`;
}
