import { shardOf } from "#db";
import type { PersonPatch } from "#engine";
import { type Connection, microsOf, type Owner, plain, toSqlTimestamp } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import { readable, type Unreadable } from "../sql/readable.ts";

export type UnreadSignal = {
  readonly shard: number;
  /** Microseconds since 1970, exactly as in the key. */
  readonly receivedAt: number;
  readonly at: number;
  readonly id: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly kind: string;
  /** How often a process had read it and died (R17). */
  readonly attempts: number;
  /** `null`: the payload exceeds the batch's limit of bytes and was not read; only the row's time is used. */
  readonly payload: Record<string, unknown> | null;
};

/**
 * The oldest rows of each claimed inbox, one more than the quota, so that the caller knows whether the inbox was read
 * to the end. One lateral read per shard, because `shard = any(...) order by` would sort the whole backlog for every
 * batch.
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
        where inbox.shard = claimed.shard ${ofOneShard(sql, "inbox", query.shards)} and received_at >= claimed.bound::timestamptz
          ${readable(sql, "inbox", query.unreadable)}
          and (${query.people === null} or person_id = any(${query.people === null ? [] : [...query.people]}::uuid[]))
        order by received_at, id
        limit ${query.quota + 1}
      ) waiting
    ) unread
    order by unread.received_at, unread.id`;
}

/** All signals of a person, in order. The merge comes first if no earlier signal is left. */
export async function readInboxOf(sql: Connection, owner: Owner): Promise<UnreadSignal[]> {
  return await sql<UnreadSignal[]>`
    select shard, ${microsOf(sql, "inbox")} as "receivedAt", floor(extract(epoch from received_at) * 1000)::float8 as at, id,
      workspace_id as "workspaceId", person_id as "personId", kind, attempts, payload
    from inbox
    where shard = ${owner.shard} and person_id = ${owner.personId}
    order by received_at, id`;
}

export async function hasUnreadSignals(sql: Connection, shard: number, personId: string): Promise<boolean> {
  const rows = await sql`select from inbox where shard = ${shard} and person_id = ${personId} limit 1`;
  return rows.length > 0;
}

/** Those of the given people of one shard who have unread signals. */
export async function readPeopleWithSignals(
  sql: Connection,
  shard: number,
  people: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select distinct person_id as id from inbox where shard = ${shard} and person_id = any(${plain(people)}::uuid[])`;
  return new Set(rows.map((row) => row.id));
}

/** Those of the given people who have unread signals; `shards` has the shard of each. */
export async function findWaitingPeople(
  sql: Connection,
  shards: readonly number[],
  people: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select wanted.id from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    where exists (select from inbox where inbox.shard = wanted.shard and inbox.person_id = wanted.id)`;
  return new Set(rows.map((row) => row.id));
}

export type WaitingSignals = { readonly workspaceId: string; readonly count: number; readonly since: number };

/** Workspaces with unread signals received before `late`; up to 1,000 per shard are counted. */
export async function findWaitingSignals(sql: Connection, late: number): Promise<WaitingSignals[]> {
  return await sql<WaitingSignals[]>`
    select unread.workspace_id as "workspaceId", count(*)::int as count,
      floor(extract(epoch from min(unread.received_at)) * 1000)::float8 as since
    from shards as looked
    cross join lateral (
      select workspace_id, received_at from inbox
      where inbox.shard = looked.shard and received_at < ${toSqlTimestamp(late)}::timestamptz
      order by received_at limit 1000
    ) unread
    group by unread.workspace_id`;
}

/** Unread changes of people, in order; `null`: a row without a change. */
export async function readPatches(
  sql: Connection,
  shards: number[],
  people: string[],
): Promise<{ readonly personId: string; readonly patch: PersonPatch | null }[]> {
  return await sql<{ personId: string; patch: PersonPatch | null }[]>`
    select person_id as "personId", payload -> 'patch' as patch
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join inbox on inbox.shard = wanted.shard ${ofOneShard(sql, "inbox", shards)} and inbox.person_id = wanted.id
    where kind = 'patch'
    order by inbox.received_at, inbox.id`;
}

/** The database's time in ms, and the number of the person's unread signals. */
export async function countUnread(sql: Connection, personId: string): Promise<{ now: number; waiting: number }> {
  const [row] = await sql<{ now: number; waiting: number }[]>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now,
      (select count(*)::int from inbox where shard = ${shardOf(personId)} and person_id = ${personId}) as waiting`;
  return row ?? { now: Number.NaN, waiting: 0 };
}

/** Whether a person's signal is still unread. */
export async function isUnread(sql: Connection, personId: string, signalId: string): Promise<boolean> {
  const [row] = await sql`
    select from inbox where shard = ${shardOf(personId)} and person_id = ${personId} and id = ${signalId}`;
  return row !== undefined;
}
