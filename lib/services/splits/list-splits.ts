import { pathsOf, splitsOf } from "#engine";
import type { Context } from "#services";
import { findJourney, type JourneyRow } from "#services/journeys";
import { countPaths } from "#store/exposure-counts";
import { readAllocations } from "#store/split-allocations";
import { runningVersion } from "./running-version.ts";
import type { Split } from "./schema.ts";
import { viewSplit } from "./view-split.ts";

/**
 * The splits of the published version with the results of their paths by the journey's goal; empty before the first
 * publish.
 */
export async function listSplits(ctx: Context, reference: string): Promise<Split[]> {
  return splitsOfJourney(ctx, await findJourney(ctx, reference));
}

export async function splitsOfJourney(ctx: Context, journey: JourneyRow): Promise<Split[]> {
  const version = await runningVersion(ctx.database.orm, journey);
  const states = version ? splitsOf(version.program) : [];
  if (!version || states.length === 0) return [];
  const [counts, stored] = await Promise.all([
    countPaths(
      ctx.database.sql,
      journey,
      states.flatMap((state) => pathsOf(state).map(({ edgeId }) => edgeId)),
    ),
    readAllocations(ctx.database.orm, journey.id),
  ]);
  return states.map((state) =>
    viewSplit(
      state,
      version.document,
      counts,
      stored.find((row) => row.nodeId === state.nodeId),
    ),
  );
}
