import { daysBetween } from "#engine";
import { countAlerts } from "#store/alerts";
import { NO_ENROLLMENTS, readEnrollmentCounts } from "#store/journey-counts";
import { readDays } from "#store/journey-series";
import { readListedJourneys } from "#store/journeys";
import type { Connection } from "#store/sql";
import { DAY_MS } from "#times";

export type WeekFigures = {
  readonly from: string;
  readonly to: string;
  readonly alerts: number;
  readonly journeys: readonly {
    readonly name: string;
    readonly enrolled: number;
    readonly completed: number;
    readonly failed: number;
    readonly converted: number;
    readonly active: number;
  }[];
};

/** The seven local days before a date, for every journey that had people in them or has some now. */
export async function readWeek(
  sql: Connection,
  workspace: { readonly id: string; readonly timezone: string },
  until: string,
): Promise<WeekFigures> {
  const dateOf = (days: number) =>
    new Date(Date.parse(`${until}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const [from, to] = [dateOf(-7), dateOf(-1)];
  // The eighth day has no end, and is left out.
  const days = daysBetween(from, until, workspace.timezone);
  const listed = await readListedJourneys(sql, workspace.id, false);
  const counts = await readEnrollmentCounts(
    sql,
    listed.map(({ id }) => id),
  );
  const journeys: WeekFigures["journeys"][number][] = [];
  for (const { id, name, status, countedRevision } of listed) {
    if (status === "draft") continue;
    const week = (await readDays(sql, { id, countedRevision }, days)).slice(0, -1);
    const sum = (key: "enrolled" | "completed" | "failed" | "converted") =>
      week.reduce((total, day) => total + day[key], 0);
    const { active } = counts.get(id) ?? NO_ENROLLMENTS;
    const own = { enrolled: sum("enrolled"), completed: sum("completed"), failed: sum("failed") };
    if (active + own.enrolled + own.completed > 0) journeys.push({ name, ...own, converted: sum("converted"), active });
  }
  const [first, last] = [days[0]?.startsAt ?? 0, days.at(-1)?.startsAt ?? 0];
  return { from, to, journeys, alerts: await countAlerts(sql, workspace.id, first, last) };
}
