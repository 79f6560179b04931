import type { Context } from "#services";
import { type AskedEnrollment, readNearMissesOf, readStatusesOf, readUnreadOf } from "#store/enrollments";
import type { EnrollmentStatus } from "./schema.ts";
import { untilSettled } from "./until-settled.ts";

export type Outcome = {
  readonly personId: string;
  readonly enrollmentId: string | null;
  readonly status: EnrollmentStatus | "PENDING" | "NOT_ENROLLED";
  readonly reason: string | null;
};

/** The results of requested enrollments; `patient` waits up to two seconds for an engine in another process. */
export async function outcomesOf(
  ctx: Context,
  journeyId: string,
  asked: readonly AskedEnrollment[],
  patient: boolean,
): Promise<Outcome[]> {
  let waiting = await readUnreadOf(ctx.database.sql, asked);
  if (patient) {
    await untilSettled(ctx, async () => {
      waiting = await readUnreadOf(ctx.database.sql, asked);
      return waiting.size === 0;
    });
  }
  const statuses = await readStatusesOf(ctx.database.sql, asked);
  const reasons = await readNearMissesOf(ctx.database.sql, journeyId, asked);
  return asked.map(({ personId, enrollmentId, signalId }) => {
    const status = statuses.get(enrollmentId)?.toUpperCase() as EnrollmentStatus | undefined;
    if (status) return { personId, enrollmentId, status, reason: null };
    if (waiting.has(signalId)) return { personId, enrollmentId, status: "PENDING", reason: null };
    return { personId, enrollmentId: null, status: "NOT_ENROLLED", reason: reasons.get(personId) ?? null };
  });
}
