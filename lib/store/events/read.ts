import type { LoggedEvent } from "#engine";
import { eventWindows } from "#journey";
import type { StayRow } from "../enrollments/read.ts";
import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

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
 * Logged events of the names that rules count, without those still in the inbox: the input of a signal ends at that
 * signal (R21). The inbox row of an event has the event's id. Limited to the latest 1,000 per person, which bounds the
 * batch (R10). The limit is written into the statement as a literal, because with a parameter the planner would not
 * know how few rows these are.
 */
export async function readPastEvents(
  sql: Connection,
  shards: number[],
  people: string[],
  names: readonly string[],
  each = 1_000,
): Promise<PastEventRow[]> {
  return await sql<PastEventRow[]>`
    select wanted.id as "personId", past.id, past.name, past.properties, past.imported,
      floor(date_part('epoch', past.timestamp) * 1000 + 0.0005) as timestamp,
      floor(date_part('epoch', past.received_at) * 1000 + 0.0005) as "receivedAt"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    cross join lateral (
      select * from events
      where events.shard = wanted.shard ${ofOneShard(sql, "events", shards)}
        and events.person_id = wanted.id and events.name = any(${[...names]}::text[])
        and not exists (
          select from inbox
          where inbox.shard = events.shard and inbox.received_at = events.received_at and inbox.id = events.id)
      order by received_at desc
      limit ${sql.unsafe(String(Math.trunc(each)))}
    ) past
    order by past.received_at, past.id`;
}

type Where = { readonly sql: Connection; readonly shard: number };

/**
 * Events of the goal's names from the start of each enrollment until `windowDays` after its end, oldest first, each
 * once. Events still in the inbox are left out, because the batch that reads them evaluates them. Limited to a thousand
 * per enrollment.
 */
export async function readGoalEvents(
  { sql, shard }: Where,
  stays: readonly StayRow[],
  { names, windowDays }: { readonly names: readonly string[]; readonly windowDays: number },
): Promise<(LoggedEvent & { readonly personId: string })[]> {
  if (stays.length === 0 || names.length === 0) return [];
  return await sql<(LoggedEvent & { personId: string })[]>`
    select distinct on (log."receivedAt", log.id) stay.person_id as "personId", log.*
    from unnest(
      ${plain(stays.map(({ personId }) => personId))}::uuid[], ${plain(stays.map(({ enrolledAt }) => enrolledAt))}::float8[],
      ${plain(stays.map(({ endedAt }) => endedAt))}::float8[]
    ) as stay (person_id, enrolled_at, ended_at)
    cross join lateral (
      select id, name, properties, imported, floor(date_part('epoch', timestamp) * 1000 + 0.0005) as timestamp,
        floor(date_part('epoch', received_at) * 1000 + 0.0005) as "receivedAt"
      from events
      where events.shard = ${shard} and events.person_id = stay.person_id and events.name = any(${[...names]}::text[])
        and events.received_at >= to_timestamp(stay.enrolled_at / 1000)
        and events.received_at < coalesce(
          to_timestamp(stay.ended_at / 1000) + make_interval(days => ${windowDays}), 'infinity')
        and not exists (
          select from inbox
          where inbox.shard = events.shard and inbox.received_at = events.received_at and inbox.id = events.id)
      order by events.received_at, id limit 1000
    ) log
    order by log."receivedAt", log.id`;
}

/** Time of the oldest stored event. Nothing earlier is known (R11). */
export async function readLogStart(sql: Connection): Promise<string | null> {
  const [row] = await sql<{ at: number | null }[]>`
    select floor(extract(epoch from min(first.received_at)) * 1000)::float8 as at
    from shards as looked
    cross join lateral (
      select received_at from events where events.shard = looked.shard order by received_at limit 1
    ) first`;
  return row?.at == null ? null : new Date(row.at).toISOString();
}

/**
 * The longest time, in ms, that any rule in use looks back: rules of segments, offers and decision flows, and of versions
 * that people can enter or stand on; of one workspace, or of all. Rules without a limit count all stored events.
 */
export async function longestWindow(sql: Connection, workspaceId: string | null = null): Promise<number> {
  const own = workspaceId === null ? sql`` : sql`and workspace_id = ${workspaceId}`;
  const ofJourney = workspaceId === null ? sql`` : sql`and j.workspace_id = ${workspaceId}`;
  const rows = await sql<{ rules: unknown }[]>`
    select rules from segments where rules is not null ${own}
    union all
    select rules from offers where rules is not null ${own}
    union all
    select rules from decision_flows where rules is not null ${own}
    union all
    select v.document from versions v join journeys j on j.id = v.journey_id
    where (v.id in (select published_version_id from journeys where status in ('published', 'paused'))
      or v.id in (select distinct version_id from positions)) ${ofJourney}`;
  const windows = rows.flatMap((row) => eventWindows(row.rules)).map((seconds) => seconds ?? 0);
  return windows.reduce((longest, seconds) => Math.max(longest, seconds), 0) * 1_000;
}
