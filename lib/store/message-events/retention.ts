import type { Sql } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";

const PER_SHARD = 500;

/** Deletes what happened to messages that are deleted as old, too. */
export async function deleteOldMessageEvents(sql: Sql, before: number): Promise<number> {
  const gone = await sql`
    delete from message_events
    using shards as looked, lateral (
      select id from message_events as old
      where old.shard = looked.shard and old.at < ${toSqlTimestamp(before)}::timestamptz
      order by old.at limit ${PER_SHARD}
    ) old
    where message_events.shard = looked.shard and message_events.id = old.id`;
  return gone.count;
}
