import { ALL_SHARDS } from "#db";
import type { Connection } from "./connection.ts";

/**
 * Lays out an operation's rows the first time, on a connection that commits at once: inside the first slice's transaction
 * they made every other worker wait for its end, as does a look for conflicts with rows that are being worked on.
 */
export async function layOutOperation(
  sql: Connection,
  operationId: string,
  shards: readonly number[] = ALL_SHARDS,
): Promise<void> {
  await sql`
    insert into operation_shards (shard, operation_id)
    select shard, ${operationId} from unnest(${[...shards]}::smallint[]) as laid_out (shard)
    where not exists (select from operation_shards where operation_id = ${operationId})
    on conflict do nothing`;
  await sql`update operations set status = 'running' where id = ${operationId} and status = 'waiting'`;
}

/** Shards in which an operation is not finished. */
export async function openOperationShards(sql: Connection, operationId: string): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select shard from operation_shards where operation_id = ${operationId} and not finished`;
  return rows.map((row) => row.shard);
}
