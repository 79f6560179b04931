import { ALL_SHARDS } from "#db";
import type { Connection } from "./connection.ts";

/** Time of the oldest event kept: whatever happened before is known to nobody any more (R11). */
export async function readLogStart(sql: Connection): Promise<string | null> {
  const [row] = await sql<{ at: number | null }[]>`
    select floor(extract(epoch from min(first.received_at)) * 1000)::float8 as at
    from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
    cross join lateral (
      select received_at from events where events.shard = looked.shard order by received_at limit 1
    ) first`;
  return row?.at == null ? null : new Date(row.at).toISOString();
}
