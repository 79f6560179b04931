import type { Runtime } from "../runtime.ts";
import { attachPartition } from "../sql/attach-partition.ts";
import { dropPartition, listPartitions } from "../sql/drop-partition.ts";
import { readMoment } from "../sql/read-moment.ts";

const DAY = 86_400_000;
const AHEAD_DAYS = 7;
/** Ids are looked up two days back; a third day is kept for whoever is late. */
const KEEP_MESSAGE_IDS_DAYS = 3;

type Period = { readonly name: string; readonly from: string; readonly to: string };

/** Makes the partitions of the next week, and drops message ids that no look-up reaches any more (R11). */
export async function makePartitions(runtime: Runtime): Promise<boolean> {
  const { sql } = runtime.database;
  const { now } = await readMoment(sql);
  const existing = new Set(await listPartitions(sql));
  for (const table of ["events", "history"] as const) {
    for (const week of weeks(table, now)) await make(runtime, existing, table, week);
  }
  for (const day of days("message_ids", now)) await make(runtime, existing, "message_ids", day);
  const oldest = `message_ids_${stamp(now - KEEP_MESSAGE_IDS_DAYS * DAY)}`;
  for (const name of existing)
    if (/^message_ids_\d{8}$/.test(name) && name < oldest) await quietly(dropPartition(sql, name));
  return false;
}

async function make(runtime: Runtime, existing: ReadonlySet<string>, table: string, period: Period): Promise<void> {
  if (existing.has(period.name)) return;
  await quietly(attachPartition(runtime.database.sql, table, period));
}

/** Rows already in the default partition, a busy table, another engine at the same work: the next round tries again. */
async function quietly(change: Promise<void>): Promise<void> {
  await change.catch((error: { code?: unknown }) => {
    if (!["23514", "55P03", "42P07", "23505", "42P17"].includes(String(error.code))) throw error;
  });
}

function weeks(table: string, now: number): Period[] {
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY;
  return [0, 1].map((ahead) => period(table, monday + ahead * 7 * DAY, 7));
}

function days(table: string, now: number): Period[] {
  return Array.from({ length: AHEAD_DAYS + 1 }, (_, ahead) => period(table, now + ahead * DAY, 1));
}

function period(table: string, start: number, length: number): Period {
  const from = new Date(start).toISOString().slice(0, 10);
  const to = new Date(start + length * DAY).toISOString().slice(0, 10);
  return { name: `${table}_${stamp(start)}`, from, to };
}

const stamp = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll("-", "");
