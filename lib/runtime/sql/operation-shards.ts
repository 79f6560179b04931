import type { SliceResult } from "../operations/operation.ts";
import type { Connection } from "./connection.ts";

/** Where an operation stands in the shards just locked; those that another worker has finished meanwhile are left out. */
export async function readOperationShards(
  sql: Connection,
  operationId: string,
  shards: readonly number[],
): Promise<{ shard: number; cursor: string | null }[]> {
  return await sql<{ shard: number; cursor: string | null }[]>`
    select shard, cursor from operation_shards
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
    set cursor = ${cursor}, done = done + ${done}, finished = ${cursor === null},
      total = case when ${cursor === null} then done + ${done} else total end
    where shard = ${shard} and operation_id = ${operationId}`;
}
