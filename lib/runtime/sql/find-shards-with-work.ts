import { ALL_SHARDS } from "#db";
import { type Connection, timeOr } from "./connection.ts";
import { readable, type Unreadable } from "./readable.ts";

/**
 * Which shards have a mailbox row or a due position. Scalar sub-selects with a limit, because `exists` may be hashed
 * over the whole table; with a bound an idle look takes 0.7 ms where dead rows made it 340 ms (R8).
 */
export async function findShardsWithWork(
  sql: Connection,
  bounds: readonly string[],
  now: string | null,
  unreadable: Unreadable,
): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select looked.shard
    from unnest(${[...ALL_SHARDS]}::int[], ${[...bounds]}::text[]) as looked (shard, bound)
    where (select true from inbox
           where inbox.shard = looked.shard and received_at >= looked.bound::timestamptz
             ${readable(sql, "inbox", unreadable)}
           order by received_at limit 1)
       or (select true from positions
           where positions.shard = looked.shard
             and wake_at >= looked.bound::timestamptz and wake_at < ${timeOr(sql, now)}
             ${readable(sql, "positions", unreadable)}
           order by wake_at limit 1)`;
  return rows.map((row) => row.shard);
}
