import { type Context, isUuid, notFound } from "#services";
import { type FoundPlan, readPlan } from "#store/plans";

/** A plan of this workspace with its journey; throws `not_found`. */
export async function findPlan(ctx: Context, id: string): Promise<FoundPlan> {
  const row = isUuid(id) ? await readPlan(ctx.database.orm, ctx.workspaceId, id) : undefined;
  if (!row) throw notFound("plan");
  return row;
}
