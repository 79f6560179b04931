import type { SliceResult } from "../operations/operation.ts";
import type { Connection } from "./connection.ts";

/** `attempts`: how often a slice was begun since one was committed last (R17). */
export type OpenShard = { readonly shard: number; readonly cursor: string | null; readonly attempts: number };

/** Committed before the slices are worked on. */
export async function noteSlices(sql: Connection, operationId: string, shards: readonly number[]): Promise<void> {
  await sql`
    update operation_shards set attempts = attempts + 1
    where shard = any(${[...shards]}::smallint[]) and operation_id = ${operationId}`;
}

/** Where an operation stands in the shards just locked; those that another worker has finished meanwhile are left out. */
export async function readOperationShards(
  sql: Connection,
  operationId: string,
  shards: readonly number[],
): Promise<OpenShard[]> {
  return await sql<OpenShard[]>`
    select shard, cursor, attempts from operation_shards
    where shard = any(${[...shards]}::smallint[]) and operation_id = ${operationId} and not finished`;
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
