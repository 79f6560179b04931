import { SHARD_COUNT } from "#db";
import type { Connection } from "../sql/connection.ts";

/**
 * Locks a few of the shards. The holder of the row lock is the only writer of the shard's people (R1). Rows are locked,
 * never updated (R9). The locks end with the connection, so the shards of a dead worker become free without any action
 * (R12).
 */
export async function claimShards(
  sql: Connection,
  shards: readonly number[],
  start: number,
  limit: number,
): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select shard from shards
    where shard = any(${[...shards]}::smallint[])
    order by (shard - ${start}::int + ${SHARD_COUNT}::int) % ${SHARD_COUNT}::int
    limit ${limit}
    for update skip locked`;
  return rows.map((row) => row.shard);
}

/**
 * Locks the first of the shards that is free. A cluster locks no rows of several nodes in one statement, and a batch of
 * one shard is work of one node. The lock is there, too, so that it ends with the rest of the transaction.
 */
export async function claimFirstShard(sql: Connection, shards: readonly number[]): Promise<number[]> {
  for (const shard of shards) {
    const rows = await sql`select shard from shards where shard = ${shard} for update skip locked`;
    if (rows.length > 0) return [shard];
  }
  return [];
}

/**
 * Waits for one shard, at most two seconds (R5). A caller that needs several must lock them in ascending order, one
 * statement each, to avoid deadlocks (R39).
 */
export async function lockShard(sql: Connection, shard: number): Promise<void> {
  await sql`set local lock_timeout = '2s'`;
  await lockShardRow(sql, shard);
}

/** Waits for one shard without a limit. */
export async function lockShardRow(sql: Connection, shard: number): Promise<void> {
  await sql`select shard from shards where shard = ${shard} for update`;
}
