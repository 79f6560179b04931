export { findCrowdedShards } from "./find-crowded.ts";
export { findShardsBehind, findShardsWithWork } from "./find-work.ts";
export { findShardsOfClusterWithWork } from "./find-work-of-cluster.ts";
export { claimFirstShard, claimShards, lockShard } from "./lock.ts";
export type { LowerBounds } from "./lower-bounds.ts";
