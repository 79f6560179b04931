import { wakeEngine } from "#db";
import { audit, type Context, conflict, invalidField, notFound, requireRole } from "#services";
import { findJourney, type JourneyRow } from "#services/journeys";
import { awaitOperation, type Operation, queueOperation } from "#services/operations";
import { hasStep } from "#store/versions";
import { readZoneAndTime } from "#store/workspaces";
import type { ReleaseInput } from "./schema.ts";

/**
 * Ends the wait of the people who are at a step for a time or longer, as one operation. Who moves on meanwhile is left
 * alone. Moved to the same step, people begin it again. Throws `conflict` for an archived journey, and `not_found` or
 * `invalid` for a step that no version has.
 */
export async function releasePeople(
  ctx: Context,
  journeyReference: string,
  nodeId: string,
  { action, toNodeId, longerThan }: ReleaseInput,
): Promise<{ operation: Operation }> {
  requireRole(ctx, "editor");
  const journey = await findJourney(ctx, journeyReference);
  if (journey.status === "archived") throw conflict("The journey is archived; nobody waits in it.");
  const step = nodeId.toLowerCase();
  const target = toNodeId?.toLowerCase();
  await requireSteps(ctx, journey, step, target);
  const clock = await readZoneAndTime(ctx.database.orm, ctx.workspaceId);
  const arrivedBy = (clock?.now ?? 0) - longerThan * 1_000;
  const input = { nodeId: step, action, arrivedBy, ...(target === undefined ? {} : { toNodeId: target }) };
  const id = await ctx.database.orm.transaction(async (tx) => {
    await audit(tx, ctx, "journey.release", journey.id, { ...input, longerThan });
    return queueOperation(ctx, tx, "release", input, { journeyId: journey.id });
  });
  wakeEngine();
  return { operation: await awaitOperation(ctx, id) };
}

async function requireSteps(ctx: Context, { id }: JourneyRow, step: string, target: string | undefined): Promise<void> {
  const { sql } = ctx.database;
  if (!(await hasStep(sql, id, step))) throw notFound("step in what is published");
  if (target !== undefined && !(await hasStep(sql, id, target)))
    throw invalidField(["toNodeId"], "No published version has this step.");
}
