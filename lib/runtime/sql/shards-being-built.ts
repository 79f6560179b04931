import type { Connection } from "./connection.ts";

/** Of the shards just locked, those in which a segment is still to be built (R28). */
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
