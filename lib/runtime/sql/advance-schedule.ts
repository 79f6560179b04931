import { type Connection, toSqlTimestamp, toSqlTimestampOrNull } from "./connection.ts";
import type { ScheduleRow } from "./read-schedules.ts";

/** Moves a schedule on from the time it stood at; `false` = another engine was first (R45). */
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
