import { newId, requestAdvance, shardOf, wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { readRetryBars, type ShownEnrollment } from "#store/enrollments";
import { appendSignals, isUnread } from "#store/inbox";
import { findEnrollment, getEnrollment } from "./get-enrollment.ts";
import type { EnrollmentDetail, RetryInput } from "./schema.ts";
import { untilSettled } from "./until-settled.ts";

/**
 * Retries a failed enrollment: runs the failed step again, or continues after it with `skip` (R36). Throws `conflict`
 * if it has not failed, if its journey was archived since, or if the person is in the journey again.
 */
export async function retryEnrollment(
  ctx: Context,
  journeyReference: string,
  id: string,
  input: RetryInput,
): Promise<EnrollmentDetail> {
  requireRole(ctx, "editor");
  const row = await findEnrollment(ctx, journeyReference, id);
  if (row.status !== "failed") {
    throw conflict(`Only a failed enrollment can be tried again; this one is ${row.status}.`);
  }
  await requireRoom(ctx, row);
  const { personId } = row;
  const signalId = newId(shardOf(personId));
  const payload = { enrollmentId: row.id, ...(input?.skip ? { skip: true } : {}) };
  await appendSignals(ctx.database.sql, [
    { id: signalId, workspaceId: ctx.workspaceId, personId, kind: "retry", payload },
  ]);
  await audit(ctx.database.orm, ctx, "enrollment.retry", row.id, { skip: input?.skip ?? false });
  const stepped = await requestAdvance(personId);
  if (stepped !== "done") wakeEngine();
  if (stepped === "absent")
    await untilSettled(ctx, async () => !(await isUnread(ctx.database.sql, personId, signalId)));
  return getEnrollment(ctx, journeyReference, id);
}

async function requireRoom(ctx: Context, row: ShownEnrollment): Promise<void> {
  const found = await readRetryBars(ctx.database.sql, row);
  if (found?.archived) throw conflict("The journey was archived; its enrollments stay ended.");
  if (found?.running) throw conflict("This person is in the journey again; end that enrollment first.");
}
