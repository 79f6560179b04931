import { type Context, isUuid, notFound } from "#services";
import { listDeliveries } from "#services/deliveries";
import { findJourney } from "#services/journeys";
import { readShownEnrollment, type ShownEnrollment } from "#store/enrollments";
import { readVersion } from "#store/versions";
import { viewEnrollment } from "./enrollment-row.ts";
import { listTransitions } from "./list-transitions.ts";
import type { EnrollmentDetail } from "./schema.ts";

/** One enrollment with its transitions in order, each with its receipt, and its deliveries. */
export async function getEnrollment(ctx: Context, journeyReference: string, id: string): Promise<EnrollmentDetail> {
  const row = await findEnrollment(ctx, journeyReference, id);
  const version = await readVersion(ctx.database.orm, { id: row.versionId });
  const [transitions, deliveries] = await Promise.all([
    listTransitions(ctx, row),
    listDeliveries(ctx, { page: 1, limit: 100, enrollmentId: row.id, personId: row.personId }),
  ]);
  return {
    ...viewEnrollment(row),
    versionNumber: version?.number ?? 0,
    trigger: row.trigger,
    transitions,
    deliveries: deliveries.data,
  };
}

/** Throws `not_found` also for an enrollment of another journey. */
export async function findEnrollment(ctx: Context, journeyReference: string, id: string): Promise<ShownEnrollment> {
  const journey = await findJourney(ctx, journeyReference);
  if (!isUuid(id)) throw notFound("enrollment");
  const row = await readShownEnrollment(ctx.database.sql, journey.id, id);
  if (!row) throw notFound("enrollment");
  return row;
}
