import { audit, type Context, conflict, requireRole } from "#services";
import { hideFinished } from "#store/enrollments";
import { findEnrollment, getEnrollment } from "./get-enrollment.ts";
import type { EnrollmentDetail } from "./schema.ts";

/**
 * Hides a finished enrollment from the lists; it still counts in its outcome. Throws `conflict` for a running one.
 */
export async function hideEnrollment(ctx: Context, journeyReference: string, id: string): Promise<EnrollmentDetail> {
  requireRole(ctx, "editor");
  const row = await findEnrollment(ctx, journeyReference, id);
  if (!(await hideFinished(ctx.database.sql, row)))
    throw conflict(`Only a finished enrollment can be hidden; this one is ${row.status}.`);
  await audit(ctx.database.orm, ctx, "enrollment.hide", row.id);
  return getEnrollment(ctx, journeyReference, id);
}
