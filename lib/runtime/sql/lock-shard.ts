import type { Connection } from "./connection.ts";

/** Waits for one shard, two seconds at most (R5); who needs several takes them in ascending order, one statement each (R39). */
export async function lockShard(sql: Connection, shard: number): Promise<void> {
  await sql`set local lock_timeout = '2s'`;
  await sql`select shard from shards where shard = ${shard} for update`;
}
