import { isDeepStrictEqual } from "node:util";
import type { TransactionSql } from "#db";
import {
  type DateJourney,
  type PlannedJourney,
  queueDatePlan,
  readDatePlans,
  readDateTriggers,
  removeDatePlan,
} from "#store/date-plans";

/**
 * Brings the plans in line with what is published: a journey whose DATE triggers are new or have changed, or whose zone moved
 * with the workspace's, is planned for everybody by an operation, in slices. Dates of single people that change meanwhile are
 * planned by their own batches. Answers whether anything is to be planned.
 */
export async function syncDates(sql: TransactionSql, now: number): Promise<boolean> {
  const [journeys, plans] = [await readDateTriggers(sql), await readDatePlans(sql)];
  const known = new Map(plans.map((plan) => [plan.journeyId, plan]));
  let queued = false;
  for (const journey of journeys) {
    const plan = known.get(journey.journeyId);
    known.delete(journey.journeyId);
    if (isDeepStrictEqual(plan?.basis, journey.basis)) continue;
    await queueDatePlan(sql, journey, sinceWhen(journey, plan, now));
    queued = true;
  }
  for (const gone of known.keys()) await removeDatePlan(sql, gone);
  return queued;
}

/** From when it was published: a date that comes before an engine looks is not lost. A zone that moves lets nothing be due again. */
function sinceWhen(journey: DateJourney, plan: PlannedJourney | undefined, now: number): number {
  return plan?.versionId === journey.versionId ? now : Math.min(journey.openSince, now);
}
