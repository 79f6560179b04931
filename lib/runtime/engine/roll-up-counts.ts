import { rollUpExposureCounts } from "#store/exposure-counts";
import { rollUpGoalCounts } from "#store/goal-counts";
import { rollUpJourneyCounts } from "#store/journey-counts";
import { rollUpNearMisses } from "#store/near-misses";
import { rollUpNodeCounts } from "#store/node-counts";
import { rollUpOfferCounts } from "#store/offer-counts";
import { rollUpSegmentCounts } from "#store/segment-counts";
import { findCrowdedShards, lockShard } from "#store/shards";
import { rollUpVersionMoves } from "#store/version-moves";
import type { Runtime } from "../runtime.ts";
import { orSetAside } from "../set-aside.ts";

/**
 * Sums up the counters' delta rows, shard by shard under its lock, once a minute (R9). Readers sum whatever rows there
 * are.
 */
export async function rollUpCounts(runtime: Runtime): Promise<boolean> {
  for (const shard of await findCrowdedShards(runtime.database.sql)) {
    const about = { workspaceId: null, journeyId: null, subject: `counts of shard ${shard}` };
    await orSetAside(runtime, about, () => rollUp(runtime, shard));
  }
  return false;
}

async function rollUp(runtime: Runtime, shard: number): Promise<void> {
  await runtime.database.sql.begin(async (sql) => {
    await lockShard(sql, shard);
    await rollUpNodeCounts(sql, shard);
    await rollUpJourneyCounts(sql, shard);
    await rollUpSegmentCounts(sql, shard);
    await rollUpVersionMoves(sql, shard);
    await rollUpGoalCounts(sql, shard);
    await rollUpExposureCounts(sql, shard);
    await rollUpOfferCounts(sql, shard);
    await rollUpNearMisses(sql, shard);
  });
}
