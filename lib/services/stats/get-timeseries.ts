import { daysBetween, lastDays, startOfPeriod } from "#engine";
import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import { readDays } from "#store/journey-series";
import { readClockAndZone } from "#store/workspaces";
import type { Day } from "./schema.ts";
import type { TimeseriesQuery } from "./timeseries-query.ts";

/** Counts by day, week or month, the oldest first, in the workspace's time zone. */
export async function getTimeseries(
  ctx: Context,
  reference: string,
  { days, from, to, granularity = "day" }: Partial<TimeseriesQuery>,
): Promise<Day[]> {
  const journey = await findJourney(ctx, reference);
  const { sql } = ctx.database;
  const workspace = await readClockAndZone(sql, ctx.workspaceId);
  const now = workspace === undefined ? Date.now() : new Date(workspace.now).getTime();
  const zone = workspace?.timezone ?? "UTC";
  if (from === undefined || to === undefined)
    return byPeriod(await readDays(sql, journey, lastDays(now, days ?? 30, zone)), granularity);
  // The day after the last one ends it: the last bucket of the statement has no end.
  const shown = daysBetween(from, dayAfter(to), zone);
  const counted = await readDays(sql, journey, shown);
  return byPeriod(counted.slice(0, -1), granularity);
}

const dayAfter = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

function byPeriod(days: readonly Day[], granularity: TimeseriesQuery["granularity"]): Day[] {
  const periods = Map.groupBy(days, ({ day }) => startOfPeriod(day, granularity));
  return [...periods].map(([day, own]) => {
    const sum = (key: Exclude<keyof Day, "day">) => own.reduce((total, one) => total + one[key], 0);
    return {
      day,
      enrolled: sum("enrolled"),
      completed: sum("completed"),
      stopped: sum("stopped"),
      failed: sum("failed"),
      converted: sum("converted"),
      value: sum("value"),
    };
  });
}
