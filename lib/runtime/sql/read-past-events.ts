import { type Connection, plain } from "./connection.ts";

export type PastEventRow = {
  readonly personId: string;
  readonly id: string;
  readonly name: string;
  readonly properties: Record<string, unknown>;
  readonly timestamp: number;
  readonly receivedAt: number;
  readonly imported: boolean;
};

/**
 * The log of the names that rules count, without what is still in the inbox: facts end at the signal (R21). An inbox
 * row of an event has the event's id. The latest 1,000 a person bound the batch (R10).
 */
export async function readPastEvents(
  sql: Connection,
  shards: number[],
  people: string[],
  names: readonly string[],
): Promise<PastEventRow[]> {
  return await sql<PastEventRow[]>`
    select wanted.id as "personId", past.id, past.name, past.properties, past.imported,
      floor(date_part('epoch', past.timestamp) * 1000 + 0.0005) as timestamp,
      floor(date_part('epoch', past.received_at) * 1000 + 0.0005) as "receivedAt"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    cross join lateral (
      select * from events
      where events.shard = wanted.shard and events.person_id = wanted.id and events.name = any(${[...names]}::text[])
        and not exists (
          select from inbox
          where inbox.shard = events.shard and inbox.received_at = events.received_at and inbox.id = events.id)
      order by received_at desc
      limit 1000
    ) past
    order by past.received_at, past.id`;
}
