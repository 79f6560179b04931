import { ALL_SHARDS } from "#db";
import type { Connection } from "./connection.ts";

/** Shards in which an operation is not finished; its rows are laid out the first time. */
export async function openOperationShards(
  sql: Connection,
  operationId: string,
  shards: readonly number[] = ALL_SHARDS,
): Promise<number[]> {
  await sql`
    insert into operation_shards (shard, operation_id)
    select shard, ${operationId} from unnest(${[...shards]}::smallint[]) as laid_out (shard)
    on conflict do nothing`;
  await sql`update operations set status = 'running' where id = ${operationId} and status = 'waiting'`;
  const rows = await sql<{ shard: number }[]>`
    select shard from operation_shards where operation_id = ${operationId} and not finished`;
  return rows.map((row) => row.shard);
}
