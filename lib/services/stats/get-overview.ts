import { type Context, listing, offsetOf } from "#services";
import { type MessageTotals, sumDeliveryCounts } from "#store/delivery-counts";
import { type EnrollmentCounts, NO_ENROLLMENTS, readEnrollmentCounts } from "#store/journey-counts";
import { type ListedJourney, readListedJourneys } from "#store/journeys";
import { currencyOf } from "./currency.ts";
import type { Overview, OverviewJourney, OverviewQuery } from "./overview-schema.ts";

type Sent = Omit<MessageTotals, "journeyId" | "machineOpened">;

const NOTHING_SENT: Sent = {
  sent: 0,
  captured: 0,
  openTracked: 0,
  clickTracked: 0,
  delivered: 0,
  opened: 0,
  clicked: 0,
  bounced: 0,
  complained: 0,
  unsubscribed: 0,
};

/**
 * All journeys side by side, sorted by one of their figures. Everything is read from counters, so that it costs the same
 * for any number of people.
 */
export async function getOverview(ctx: Context, query: OverviewQuery): Promise<Overview> {
  const { sql } = ctx.database;
  const journeys = await readListedJourneys(sql, ctx.workspaceId, query.archived);
  const ids = journeys.map(({ id }) => id);
  const [enrollments, sent, currency] = await Promise.all([
    readEnrollmentCounts(sql, ids),
    sumDeliveryCounts(sql, ids),
    currencyOf(ctx),
  ]);
  const sentOf = new Map(sent.map((row) => [row.journeyId, row]));
  const rows = journeys.map((journey) =>
    rowOf(journey, enrollments.get(journey.id) ?? NO_ENROLLMENTS, sentOf.get(journey.id) ?? NOTHING_SENT),
  );
  const start = offsetOf(query);
  const shown = sorted(rows, query).slice(start, start + query.limit);
  const together = { ...addUp(NO_ENROLLMENTS, [...enrollments.values()]), journeys: rows.length };
  const messages = messagesOf(addUp(NOTHING_SENT, sent));
  return { ...listing(shown, rows.length, query), totals: { ...together, messages }, currency };
}

function rowOf(journey: ListedJourney, counts: EnrollmentCounts, sent: Sent): OverviewJourney {
  const { id, name, status, publishedVersion: version, hasGoal } = journey;
  return {
    ...{ id, name, version, hasGoal },
    status: status.toUpperCase() as OverviewJourney["status"],
    ...counts,
    goalRate: hasGoal ? rateOf(counts.converted, counts.enrolled) : null,
    messages: messagesOf(sent),
  };
}

function messagesOf({ openTracked, clickTracked, ...counts }: Sent): OverviewJourney["messages"] {
  const { sent, captured, delivered, opened, clicked, bounced, complained, unsubscribed } = counts;
  const rates = { openRate: rateOf(opened, openTracked), clickRate: rateOf(clicked, clickTracked) };
  return { sent, captured, delivered, opened, clicked, bounced, complained, unsubscribed, ...rates };
}

const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function addUp<Sums extends Readonly<Record<string, number>>>(zero: Sums, parts: readonly Sums[]): Sums {
  const sums: Record<string, number> = { ...zero };
  for (const part of parts) for (const key of Object.keys(sums)) sums[key] = (sums[key] ?? 0) + (part[key] ?? 0);
  return sums as Sums;
}

/** Journeys without the figure come last in both orders; equal ones stay in the order of their names. */
function sorted(rows: readonly OverviewJourney[], { sort, order }: OverviewQuery): OverviewJourney[] {
  if (sort === "name") return order === "desc" ? rows.toReversed() : [...rows];
  const way = order === "asc" ? 1 : -1;
  const figure = (row: OverviewJourney) =>
    sort === "sent"
      ? row.messages.sent + row.messages.captured
      : sort === "openRate" || sort === "clickRate"
        ? row.messages[sort]
        : row[sort];
  return rows.toSorted((left, right) => {
    const [a, b] = [figure(left), figure(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return way * (a - b);
  });
}
