import { isDeepStrictEqual } from "node:util";
import type { TransactionSql } from "#db";
import { nextScheduled } from "#engine";
import {
  readScheduledTriggers,
  readSchedules,
  removeSchedule,
  replaceSchedule,
  type ScheduledTrigger,
  type ScheduleRow,
} from "#store/schedules";
import type { Runtime } from "../runtime.ts";
import { reportSchedule } from "./report-schedule.ts";

/**
 * Brings the table in line with the published triggers. An unchanged schedule keeps its next time; one that cannot be
 * computed gets none (R53).
 */
export async function syncSchedules(runtime: Runtime, sql: TransactionSql, now: number): Promise<void> {
  const [triggers, rows] = [await readScheduledTriggers(sql), await readSchedules(sql, null)];
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  for (const trigger of triggers) {
    const row = known.get(keyOf(trigger));
    known.delete(keyOf(trigger));
    const next = await nextOrNever(runtime, sql, trigger, row, now);
    if (row?.versionId === trigger.versionId && row.nextAt === next && isDeepStrictEqual(row.config, trigger.config))
      continue;
    await replaceSchedule(sql, { ...trigger, nextAt: next, lastAt: row?.lastAt ?? null });
  }
  for (const gone of known.values()) await removeSchedule(sql, gone);
}

async function nextOrNever(
  runtime: Runtime,
  sql: TransactionSql,
  trigger: ScheduledTrigger,
  row: ScheduleRow | undefined,
  now: number,
): Promise<number | null> {
  try {
    return nextOf(trigger, row, now);
  } catch (error) {
    await reportSchedule(runtime, sql, trigger, error, now);
    return null;
  }
}

/**
 * A new schedule counts from its publication or resume, so that a run due before the engine's next look is not lost
 * (R45).
 */
function nextOf(trigger: ScheduledTrigger, row: ScheduleRow | undefined, now: number): number | null {
  if (row && isDeepStrictEqual(row.config, trigger.config))
    // A schedule that was set aside may be computable now, because this process may have newer time zone data.
    return row.nextAt ?? nextScheduled(trigger.config, "UTC", now);
  // The same version with another zone means that the workspace's time zone changed; past runs must not become due
  // again.
  const after = row?.versionId === trigger.versionId ? now : Math.max(trigger.openSince, row?.lastAt ?? 0);
  return nextScheduled(trigger.config, "UTC", after);
}

const keyOf = ({ journeyId, nodeId }: { journeyId: string; nodeId: string }): string => `${journeyId} ${nodeId}`;
