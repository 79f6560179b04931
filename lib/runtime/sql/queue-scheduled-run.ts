import { type Connection, toSqlTimestamp } from "./connection.ts";
import type { ScheduleRow } from "./read-schedules.ts";

/**
 * Lets a scheduled journey's audience in, or everybody where it has none. The operation's id is made of journey and
 * instant, so that a run happens once whoever comes to it (R45).
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
