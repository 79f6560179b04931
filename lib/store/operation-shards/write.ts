import { ALL_SHARDS } from "#db";
import type { SliceResult } from "../operations/slice.ts";
import type { Connection } from "../sql/connection.ts";

/**
 * Inserts an operation's rows once, on a connection that commits immediately. Inside the first slice's transaction the
 * insert made every other worker wait for the end of that transaction. The look comes first because `on conflict` alone
 * would also wait for rows that are being processed.
 */
export async function layOutOperation(
  sql: Connection,
  operationId: string,
  shards: readonly number[] = ALL_SHARDS,
): Promise<void> {
  const laidOut = await sql`select from operation_shards where operation_id = ${operationId} limit 1`;
  if (laidOut.length === 0)
    await sql`
      insert into operation_shards (shard, operation_id)
      select shard, ${operationId}::uuid from unnest(${[...shards]}::smallint[]) as laid_out (shard)
      on conflict do nothing`;
  await sql`update operations set status = 'running' where id = ${operationId} and status = 'waiting'`;
}

/** Committed before the slices are processed. */
export async function noteSlices(sql: Connection, operationId: string, shards: readonly number[]): Promise<void> {
  await sql`
    update operation_shards set attempts = attempts + 1
    where shard = any(${[...shards]}::smallint[]) and operation_id = ${operationId}`;
}

export async function advanceOperation(
  sql: Connection,
  operationId: string,
  shard: number,
  { done, cursor }: SliceResult,
): Promise<void> {
  await sql`
    update operation_shards
    set cursor = ${cursor}, attempts = 0, done = done + ${done}, finished = ${cursor === null},
      total = case when ${cursor === null} then done + ${done} else total end
    where shard = ${shard} and operation_id = ${operationId}`;
}
