import { findShardsBehind } from "#store/shards";
import { fullScanDue, lowerBounds } from "./batch/bounds.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Searches for rows before the bounds, as often as `fullScanDue` allows (R8). A shard with such a row is read from its
 * beginning by the next batch. It runs in a loop of its own, because with an old snapshot open it takes longer than a
 * batch.
 */
export async function lookBehind({ bounds, clock, configuration, database }: Runtime): Promise<void> {
  const started = performance.now();
  if (clock.kind === "virtual" || !fullScanDue(bounds, started)) return;
  bounds.fullScanAt = started;
  for (const shard of await findShardsBehind(database.sql, lowerBounds(bounds), configuration.current))
    bounds.seen[shard] = Number.NEGATIVE_INFINITY;
  bounds.fullScanCost = performance.now() - started;
}
