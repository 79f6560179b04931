import { daysBetween } from "#engine";
import { countAlerts } from "#store/alerts";
import { type MessageTotals, sumDeliveryCounts } from "#store/delivery-counts";
import { NO_ENROLLMENTS, readEnrollmentCounts } from "#store/journey-counts";
import { readDays } from "#store/journey-series";
import { readListedJourneys } from "#store/journeys";
import type { Connection } from "#store/sql";
import { DAY_MS } from "#times";

export type MessageLine = { readonly name: string } & Pick<
  MessageTotals,
  "sent" | "delivered" | "opened" | "clicked" | "bounced" | "unsubscribed"
>;

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
  /** Messages of these journeys since they exist: results are not counted by the week, and come late. */
  readonly messages: readonly MessageLine[];
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
  const reported: { id: string; name: string }[] = [];
  for (const { id, name, status, countedRevision } of listed) {
    if (status === "draft") continue;
    const week = (await readDays(sql, { id, countedRevision }, days)).slice(0, -1);
    const sum = (key: "enrolled" | "completed" | "failed" | "converted") =>
      week.reduce((total, day) => total + day[key], 0);
    const { active } = counts.get(id) ?? NO_ENROLLMENTS;
    const own = { enrolled: sum("enrolled"), completed: sum("completed"), failed: sum("failed") };
    if (active + own.enrolled + own.completed === 0) continue;
    journeys.push({ name, ...own, converted: sum("converted"), active });
    reported.push({ id, name });
  }
  const [first, last] = [days[0]?.startsAt ?? 0, days.at(-1)?.startsAt ?? 0];
  const messages = await readMessages(sql, reported);
  return { from, to, journeys, messages, alerts: await countAlerts(sql, workspace.id, first, last) };
}

/** Journeys without a message are left out. */
async function readMessages(
  sql: Connection,
  journeys: readonly { readonly id: string; readonly name: string }[],
): Promise<MessageLine[]> {
  const totals = await sumDeliveryCounts(
    sql,
    journeys.map(({ id }) => id),
  );
  const byJourney = new Map(totals.map((total) => [total.journeyId, total]));
  return journeys.flatMap(({ id, name }) => {
    const total = byJourney.get(id);
    return total === undefined || total.sent === 0 ? [] : [{ ...total, name }];
  });
}
