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
 * Brings the plans in line with the published triggers. If the DATE triggers of a journey are new or changed, or the
 * workspace's time zone changed, an operation plans everybody in slices. Dates of single people that change meanwhile
 * are planned by their own batches. Returns whether anything is to be planned.
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

/**
 * A new version is planned from its publication, so that dates before the engine's next look are not lost. A changed
 * time zone is planned from now, so that no date becomes due twice.
 */
function sinceWhen(journey: DateJourney, plan: PlannedJourney | undefined, now: number): number {
  return plan?.versionId === journey.versionId ? now : Math.min(journey.openSince, now);
}
