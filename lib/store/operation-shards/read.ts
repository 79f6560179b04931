import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/** Of the shards just locked, those in which a segment is not built yet (R28). */
export async function shardsBeingBuilt(
  sql: Connection,
  segmentId: string,
  shards: readonly number[],
): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select locked.shard
    from unnest(${[...shards]}::int[]) as locked (shard)
    join operations o on o.kind = 'build_segment' and o.status in ('waiting', 'running')
      and o.input ->> 'segmentId' = ${segmentId}
    left join operation_shards s on s.shard = locked.shard and s.operation_id = o.id
    where not coalesce(s.finished, false)`;
  return rows.map((row) => row.shard);
}

/** Shards in which an operation is not finished. */
export async function openOperationShards(sql: Connection, operationId: string): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select shard from operation_shards where operation_id = ${operationId} and not finished`;
  return rows.map((row) => row.shard);
}

/** `attempts`: number of slices started since the last committed one (R17). */
export type OpenShard = { readonly shard: number; readonly cursor: string | null; readonly attempts: number };

/**
 * The progress of an operation in the shards just locked. Shards that another worker has finished meanwhile are left
 * out.
 */
export async function readOperationShards(
  sql: Connection,
  operationId: string,
  shards: readonly number[],
): Promise<OpenShard[]> {
  return await sql<OpenShard[]>`
    select shard, cursor, attempts from operation_shards
    where shard = any(${[...shards]}::smallint[]) and operation_id = ${operationId} and not finished`;
}

/** Number of people that each operation has processed, over all shards. */
export async function readProgress(sql: Connection, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ id: string; done: number }[]>`
    select operation_id as id, sum(done)::float8 as done
    from operation_shards
    where shard = any(${ALL_SHARDS}::smallint[]) and operation_id = any(${[...ids]}::uuid[])
    group by operation_id`;
  return new Map(rows.map((row) => [row.id, row.done]));
}
