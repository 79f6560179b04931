import { config } from "#config";
import { partitionedTables } from "#store";
import { readMoment } from "#store/engine-config";
import { attachPartition, listPartitions } from "#store/partitions";
import { DAY_MS } from "#times";
import type { Runtime } from "../runtime.ts";
import { dropOld, type KeepDays } from "./drop-old.ts";
import { quietly, stamp } from "./partitions.ts";
import { purgeArchive } from "./purge-archive.ts";
import { purgeKept } from "./purge-kept.ts";

const AHEAD_DAYS = 7;

type Period = { readonly name: string; readonly from: string; readonly to: string };

/** Creates the partitions of the next week, and drops those beyond their retention (R11). */
export async function makePartitions(runtime: Runtime, keep: KeepDays = configured()): Promise<boolean> {
  const { sql } = runtime.database;
  const { now } = await readMoment(sql);
  const existing = new Set(await listPartitions(sql));
  for (const table of partitionedTables("week")) {
    for (const week of weeks(table, now)) await make(runtime, existing, table, week);
  }
  for (const table of partitionedTables("day")) {
    for (const day of days(table, now)) await make(runtime, existing, table, day);
  }
  await dropOld(runtime, existing, keep, now);
  await purgeArchive(runtime, now);
  await purgeKept(runtime, now);
  return false;
}

/** Message ids are kept a day longer than they are looked up, for requests that arrive late. */
function configured(): KeepDays {
  const { keepDays, dedupeDays } = config();
  return { ...keepDays, messageIds: dedupeDays + 1 };
}

async function make(runtime: Runtime, existing: ReadonlySet<string>, table: string, period: Period): Promise<void> {
  if (existing.has(period.name)) return;
  await quietly(attachPartition(runtime.database.sql, table, period));
}

function weeks(table: string, now: number): Period[] {
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY_MS;
  return [0, 1].map((ahead) => period(table, monday + ahead * 7 * DAY_MS, 7));
}

function days(table: string, now: number): Period[] {
  return Array.from({ length: AHEAD_DAYS + 1 }, (_, ahead) => period(table, now + ahead * DAY_MS, 1));
}

function period(table: string, start: number, length: number): Period {
  const from = new Date(start).toISOString().slice(0, 10);
  const to = new Date(start + length * DAY_MS).toISOString().slice(0, 10);
  return { name: `${table}_${stamp(start)}`, from, to };
}
