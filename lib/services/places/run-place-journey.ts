import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { queueOperation } from "#services/operations";
import { readTotal } from "#store/operations";
import { findSegmentNames } from "#store/segments";
import { findPlaced, isManual } from "./find-place-journey.ts";
import { publish } from "./move-place-journey.ts";
import type { PlaceJourneyParams, RunInput } from "./schema.ts";

export type Run = { readonly triggered: number; readonly operationId: string | null };

/**
 * Runs a manual journey for the identified people in any included segment (all if none is given) and in no excluded one.
 * They are counted in one statement before the answer; their enrollment follows as an operation.
 */
export async function runPlaceJourney(ctx: Context, params: PlaceJourneyParams, input: RunInput): Promise<Run> {
  requireRole(ctx, "editor");
  const row = await findPlaced(ctx, params);
  if (!isManual(row)) throw conflict(`This journey starts by ${row.place.triggerEvent}; only manual journeys are run.`);
  if (row.status !== "published") await publish(ctx, row);
  const wanted = input?.include_segment_ids ?? [];
  const include = await idsOf(ctx, wanted);
  // A segment that does not exist has no members.
  if (wanted.length > 0 && include.length === 0) return { triggered: 0, operationId: null };
  const exclude = await idsOf(ctx, input?.exclude_segment_ids ?? []);
  const run = await ctx.database.orm.transaction(async (tx) => {
    const operationId = await queueOperation(
      ctx,
      tx,
      "enroll",
      { include, exclude, origin: "manual" },
      { journeyId: row.id },
    );
    const triggered = await readTotal(tx, operationId);
    await audit(tx, ctx, "journey.enroll", row.id, { total: triggered });
    return { triggered, operationId };
  });
  wakeEngine();
  return run;
}

async function idsOf(ctx: Context, numbers: readonly number[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = await findSegmentNames(ctx.database.orm, ctx.workspaceId, { ids: [], keys: [], numbers: [...numbers] });
  return rows.map(({ id }) => id);
}
