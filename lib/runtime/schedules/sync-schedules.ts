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
 * Brings the table in line with what is published; a schedule that stayed as it was keeps its place, one that cannot be
 * computed stands without a next time (R53).
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

/** From when it was published or went on: a run that came due before an engine looked is not lost (R45). */
function nextOf(trigger: ScheduledTrigger, row: ScheduleRow | undefined, now: number): number | null {
  if (row && isDeepStrictEqual(row.config, trigger.config))
    // One that stood aside may be computable by now, as this process may carry newer zones.
    return row.nextAt ?? nextScheduled(trigger.config, "UTC", now);
  // The same version with another zone: the workspace's changed, and nothing is due again.
  const after = row?.versionId === trigger.versionId ? now : Math.max(trigger.openSince, row?.lastAt ?? 0);
  return nextScheduled(trigger.config, "UTC", after);
}

const keyOf = ({ journeyId, nodeId }: { journeyId: string; nodeId: string }): string => `${journeyId} ${nodeId}`;
