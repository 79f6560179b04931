import { type Connection, toSqlTimestampOrNull } from "./connection.ts";
import type { ScheduleRow } from "./read-schedules.ts";

/** As the published version says; several engines that come to it write the same. */
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
