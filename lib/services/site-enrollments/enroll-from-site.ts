import { newId, requestAdvance, shardOf, wakeEngine } from "#db";
import type { JsonObject } from "#journey";
import { type Context, conflict } from "#services";
import { outcomesOf } from "#services/enrollments";
import type { JourneyRow } from "#services/journeys";
import { readLatestEnrollment } from "#store/enrollments";
import { appendSignals } from "#store/inbox";
import type { SiteEnrollment } from "./schema.ts";

/**
 * Enrolls a person as their own page or app asks for it. Unlike enrollment by hand it checks the audience, because the
 * caller is a visitor. Who is in already, or was and may not enter again, gets that enrollment.
 */
export async function enrollFromSite(
  ctx: Context,
  journey: JourneyRow,
  personId: string,
  properties: JsonObject | undefined,
): Promise<SiteEnrollment> {
  if (journey.status !== "published")
    throw conflict(`Nobody can be enrolled: the journey is ${journey.status}.`, {
      currentStatus: journey.status.toUpperCase(),
    });
  const { sql } = ctx.database;
  const shard = shardOf(personId);
  const asked = { personId, enrollmentId: newId(shard), signalId: newId(shard) };
  const payload = {
    ...{ journeyId: journey.id, enrollmentId: asked.enrollmentId, origin: "site" },
    ...(properties ? { properties } : {}),
  };
  const signal = { id: asked.signalId, workspaceId: ctx.workspaceId, personId, kind: "enroll", payload };
  await sql.begin((tx) => appendSignals(tx, [signal]));
  const advanced = await requestAdvance(personId);
  if (advanced !== "done") wakeEngine();
  const [outcome] = await outcomesOf(ctx, journey.id, [asked], advanced === "absent");
  if (!outcome) throw new Error("an enrollment without an outcome");
  const { enrollmentId, status, reason } = outcome;
  if (reason !== "already_in" && reason !== "already_was") return { enrollmentId, status, reason };
  const before = await readLatestEnrollment(sql, journey.id, personId);
  if (!before) return { enrollmentId, status, reason };
  return {
    enrollmentId: before.id,
    status: before.status.toUpperCase() as SiteEnrollment["status"],
    reason,
  };
}
