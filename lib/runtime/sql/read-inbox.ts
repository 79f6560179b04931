import { type Connection, microsOf } from "./connection.ts";
import { readable, type Unreadable } from "./readable.ts";

export type UnreadSignal = {
  readonly shard: number;
  /** Microseconds since 1970, exactly as in the key. */
  readonly receivedAt: number;
  readonly at: number;
  readonly id: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly kind: string;
  /** How often a process had read it when it died (R17). */
  readonly attempts: number;
  /** `null` = over the batch's bytes: unread, only its time counts. */
  readonly payload: Record<string, unknown> | null;
};

/**
 * The oldest rows of each claimed inbox, one more than the quota so that the caller knows whether it is drained.
 * Lateral per shard: `shard = any(...) order by` would sort the whole backlog for every batch.
 */
export async function readInbox(
  sql: Connection,
  query: {
    readonly shards: readonly number[];
    readonly bounds: readonly string[];
    readonly quota: number;
    readonly bytes: number;
    readonly people: readonly string[] | null;
    readonly unreadable: Unreadable;
  },
): Promise<UnreadSignal[]> {
  return await sql<UnreadSignal[]>`
    select claimed.shard, ${microsOf(sql, "unread")} as "receivedAt",
      floor(date_part('epoch', unread.received_at) * 1000 + 0.0005) as at, unread.id, unread.workspace_id as "workspaceId",
      unread.person_id as "personId", unread.kind, unread.attempts,
      case when unread.bytes <= ${query.bytes} or unread.place = 1 then unread.payload end as payload
    from unnest(${[...query.shards]}::int[], ${[...query.bounds]}::text[]) as claimed (shard, bound)
    cross join lateral (
      select waiting.*, sum(pg_column_size(payload)) over (order by received_at, id) as bytes,
        row_number() over (order by received_at, id) as place
      from (
        select * from inbox
        where inbox.shard = claimed.shard and received_at >= claimed.bound::timestamptz
          ${readable(sql, "inbox", query.unreadable)}
          and (${query.people === null} or person_id = any(${query.people === null ? [] : [...query.people]}::uuid[]))
        order by received_at, id
        limit ${query.quota + 1}
      ) waiting
    ) unread
    order by unread.received_at, unread.id`;
}
