import { audit, type Context, conflict, requireRole } from "#services";
import { writeGapAnswer } from "#store/engine-life";
import { getDowntime } from "./get-downtime.ts";
import type { Downtime, DowntimeAnswer } from "./schema.ts";

/** Answers the engines how to handle a downtime; they continue within a second. Throws `conflict` if none waits. */
export async function answerDowntime(ctx: Context, { answer }: DowntimeAnswer): Promise<Downtime | null> {
  requireRole(ctx, "owner");
  if (!(await writeGapAnswer(ctx.database.sql, answer))) throw conflict("No downtime waits for a decision.");
  await audit(ctx.database.orm, ctx, "engine.gap", "engine", { answer });
  return getDowntime(ctx);
}
