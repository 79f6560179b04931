import { SHARD_COUNT } from "#db";
import { type Connection, timeOr } from "../sql/connection.ts";
import { readable, type Unreadable } from "../sql/readable.ts";
import type { LowerBounds } from "./lower-bounds.ts";

/**
 * All shards that have an inbox row or a due position, from `start` on and wrapping around. Each node looks at its own
 * shards at the same time, by its row of `shards`; a list of shards beside the tables would have to be sent to each. The
 * time is read first: it is the coordinator's, like every other time.
 */
export async function findShardsOfClusterWithWork(
  sql: Connection,
  bounds: LowerBounds,
  now: string | null,
  unreadable: Unreadable,
  start: number,
): Promise<number[]> {
  const [clock] = await sql<{ now: string }[]>`select (${timeOr(sql, now)})::text as now`;
  const rows = await sql<{ shard: number }[]>`
    select looked.shard from shards looked
    where (select true from inbox
           where inbox.shard = looked.shard
             and received_at >= (${[...bounds.inbox]}::text[]::timestamptz[])[looked.shard + 1]
             ${readable(sql, "inbox", unreadable)}
           order by received_at limit 1)
       or (select true from positions
           where positions.shard = looked.shard
             and wake_at >= (${[...bounds.due]}::text[]::timestamptz[])[looked.shard + 1]
             and wake_at < ${clock?.now ?? null}::timestamptz
             ${readable(sql, "positions", unreadable)}
           order by wake_at limit 1)`;
  const behind = (shard: number) => (shard - start + SHARD_COUNT) % SHARD_COUNT;
  return rows.map(({ shard }) => shard).sort((left, right) => behind(left) - behind(right));
}
