import { isCluster, SHARD_COUNT, type TransactionSql } from "#db";
import { claimFirstShard, claimShards } from "#store/shards";
import type { Runtime } from "./runtime.ts";

/** Locks some of the shards, at most `most`, beginning anywhere among them; of a cluster one, so that a batch is on one node. */
export async function claimSome(
  { database }: Pick<Runtime, "database">,
  sql: TransactionSql,
  shards: readonly number[],
  most: number,
): Promise<number[]> {
  const start = Math.floor(Math.random() * SHARD_COUNT);
  if (!(await isCluster(database))) return await claimShards(sql, shards, start, most);
  const from = start % Math.max(1, shards.length);
  return await claimFirstShard(sql, [...shards.slice(from), ...shards.slice(0, from)]);
}
