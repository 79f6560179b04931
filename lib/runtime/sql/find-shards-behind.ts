import { ALL_SHARDS } from "#db";
import type { LowerBounds } from "../batch/bounds.ts";
import { type Connection, plain } from "./connection.ts";
import { readable, type Unreadable } from "./readable.ts";

/** Shards that have an inbox row, or somebody due, from before the bound at which batches begin to read (R8). */
export async function findShardsBehind(
  sql: Connection,
  bounds: LowerBounds,
  unreadable: Unreadable,
): Promise<number[]> {
  const rows = await sql<{ shard: number }[]>`
    select looked.shard
    from unnest(${plain(ALL_SHARDS)}::int[], ${[...bounds.inbox]}::text[], ${[...bounds.due]}::text[])
      as looked (shard, mail_from, due_from)
    where (select true from inbox
           where inbox.shard = looked.shard and received_at < looked.mail_from::timestamptz
             ${readable(sql, "inbox", unreadable)}
           order by received_at limit 1)
       or (select true from positions
           where positions.shard = looked.shard and wake_at < looked.due_from::timestamptz
             ${readable(sql, "positions", unreadable)}
           order by wake_at limit 1)`;
  return rows.map((row) => row.shard);
}
