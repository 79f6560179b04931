import { ALL_SHARDS, SHARD_COUNT } from "#db";
import { type Connection, plain, timeOr } from "../sql/connection.ts";
import { readable, type Unreadable } from "../sql/readable.ts";
import type { LowerBounds } from "./lower-bounds.ts";

/**
 * The first `wanted` shards, from `start` on and wrapping around, that have an inbox row or a due position. Scalar
 * sub-selects with a limit are used, because `exists` may be hashed over the whole table. With the bound an idle look
 * takes 0.7 ms, where skipping dead rows took 340 ms (R8). Not all shards are searched: while each shard has work,
 * every look skips the dead rows at the shard's beginning, which costs 5 µs per signal.
 */
export async function findShardsWithWork(
  sql: Connection,
  bounds: LowerBounds,
  now: string | null,
  unreadable: Unreadable,
  { start, wanted }: { readonly start: number; readonly wanted: number } = { start: 0, wanted: SHARD_COUNT },
): Promise<number[]> {
  const shards = [...ALL_SHARDS.slice(start), ...ALL_SHARDS.slice(0, start)];
  const from = (times: readonly string[]) => shards.map((shard) => times[shard] ?? "-infinity");
  const rows = await sql<{ shard: number }[]>`
    select looked.shard
    from unnest(${plain(shards)}::int[], ${from(bounds.inbox)}::text[], ${from(bounds.due)}::text[])
      as looked (shard, mail_from, due_from)
    where (select true from inbox
           where inbox.shard = looked.shard and received_at >= looked.mail_from::timestamptz
             ${readable(sql, "inbox", unreadable)}
           order by received_at limit 1)
       or (select true from positions
           where positions.shard = looked.shard
             and wake_at >= looked.due_from::timestamptz and wake_at < ${timeOr(sql, now)}
             ${readable(sql, "positions", unreadable)}
           order by wake_at limit 1)
    limit ${wanted}`;
  return rows.map((row) => row.shard);
}

/** Shards with an inbox row or a due position before the bound from which batches read (R8). */
export async function findShardsBehind(
  sql: Connection,
  bounds: LowerBounds,
  unreadable: Unreadable,
): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select looked.shard
    from shards as looked
    where (select true from inbox
           where inbox.shard = looked.shard
             and received_at < (${[...bounds.inbox]}::text[]::timestamptz[])[looked.shard + 1]
             ${readable(sql, "inbox", unreadable)}
           order by received_at limit 1)
       or (select true from positions
           where positions.shard = looked.shard
             and wake_at < (${[...bounds.due]}::text[]::timestamptz[])[looked.shard + 1]
             ${readable(sql, "positions", unreadable)}
           order by wake_at limit 1)`;
  return rows.map((row) => row.shard);
}
