import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { appendSignals } from "#store/inbox";
import { findEnrollment, getEnrollment } from "./get-enrollment.ts";
import type { EnrollmentDetail } from "./schema.ts";
import { untilSettled } from "./until-settled.ts";

/**
 * Ends a running enrollment, also during a pause, and cancels its unsent messages. Waits up to 2 s for the engine.
 */
export async function stopEnrollment(ctx: Context, journeyReference: string, id: string): Promise<EnrollmentDetail> {
  requireRole(ctx, "editor");
  const row = await findEnrollment(ctx, journeyReference, id);
  if (row.status !== "active") throw conflict(`This enrollment has ended already: it is ${row.status}.`);
  const { workspaceId } = ctx;
  const payload = { enrollmentId: row.id, journeyId: row.journeyId, reason: "stopped" };
  await appendSignals(ctx.database.sql, [{ workspaceId, personId: row.personId, kind: "stop", payload }]);
  await audit(ctx.database.orm, ctx, "enrollment.stop", row.id);
  wakeEngine();
  await untilSettled(ctx, async () => (await findEnrollment(ctx, journeyReference, id)).status !== "active");
  return getEnrollment(ctx, journeyReference, id);
}
