import { audit, type Context, conflict, requireRole } from "#services";
import { getDowntime } from "./get-downtime.ts";
import type { Downtime, DowntimeAnswer } from "./schema.ts";

/** Tells the engines what becomes of the gap they wait about; they go on within a second. `conflict` when none waits. */
export async function answerDowntime(ctx: Context, { answer }: DowntimeAnswer): Promise<Downtime | null> {
  requireRole(ctx, "owner");
  const answered = await ctx.database.sql`
    update engine_life set answer = ${answer}, answered_at = now() where id = 1 and held_at is not null and answer is null`;
  if (answered.count === 0) throw conflict("No downtime waits for a decision.");
  await audit(ctx.database.orm, ctx, "engine.gap", "engine", { answer });
  return getDowntime(ctx);
}
