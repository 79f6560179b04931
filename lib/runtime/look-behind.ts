import { findShardsBehind } from "#store/shards";
import { fullScanDue, lowerBounds } from "./batch/bounds.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Looks through what lies before the bounds, as often as it may (R8): a shard that holds something there is read from its
 * beginning by the next batch. Beside the batches, as behind a snapshot it takes longer than they do.
 */
export async function lookBehind({ bounds, clock, configuration, database }: Runtime): Promise<void> {
  const started = performance.now();
  if (clock.kind === "virtual" || !fullScanDue(bounds, started)) return;
  bounds.fullScanAt = started;
  for (const shard of await findShardsBehind(database.sql, lowerBounds(bounds), configuration.current))
    bounds.seen[shard] = Number.NEGATIVE_INFINITY;
  bounds.fullScanCost = performance.now() - started;
}
