import { ALL_SHARDS, type Fragment, SHARD_COUNT } from "#db";
import type { Connection } from "../sql/connection.ts";
import { NO_JOURNEY } from "./direct.ts";

/** Two journeys of which the same people get something; `one` is before `other` in the order of ids. */
export type Overlap = {
  readonly one: string;
  readonly other: string;
  /** Null: people who are in both now. Else people who got messages of both on it within a day of each other. */
  readonly channel: string | null;
  readonly people: number;
};

export type Overlaps = {
  readonly overlaps: readonly Overlap[];
  /** Of how many of the shards they are; each has the same share of people, by random bits of their ids. */
  readonly shards: number;
};

/** So many positions, and messages, are enough for fair counts; a shard has at most so many more of each. */
const ENOUGH = 10_000;
const MOST_PER_SHARD = 50_000;
const DAYS = 7;

/**
 * Counts people in pairs of journeys, over whole shards until enough are read, so that the cost does not grow with the
 * number of people.
 */
export async function countOverlaps(sql: Connection, workspaceId: string): Promise<Overlaps> {
  const [first] = await sql<{ rows: number }[]>`
    select greatest(
      (select count(*) from (select from positions where shard = 0 and workspace_id = ${workspaceId} limit ${ENOUGH}) own),
      (select count(*) from (${messagesOf(sql, workspaceId, sql`0`)} limit ${ENOUGH}) sent))::int as rows`;
  const shards = Math.max(1, Math.min(SHARD_COUNT, Math.floor(ENOUGH / Math.max(1, first?.rows ?? 0))));
  const read = ALL_SHARDS.slice(0, shards);
  const overlaps = await sql<Overlap[]>`
    with looked as (select number from unnest(${read}::int[]) as s (number)),
    inside as (
      select distinct own.person_id, own.journey_id from looked cross join lateral (
        select p.person_id, p.journey_id from positions p
        where p.shard = looked.number and p.workspace_id = ${workspaceId} limit ${MOST_PER_SHARD}) own
    ),
    sent as (
      select own.* from looked cross join lateral (
        ${messagesOf(sql, workspaceId, sql`looked.number`)} order by d.queued_at desc limit ${MOST_PER_SHARD}) own
    )
    select a.journey_id as one, b.journey_id as other, null as channel, count(*)::float8 as people
    from inside a join inside b on b.person_id = a.person_id and b.journey_id > a.journey_id
    group by 1, 2
    union all
    select a.journey_id, b.journey_id, a.channel, count(distinct a.person_id)::float8
    from sent a join sent b on b.person_id = a.person_id and b.channel = a.channel and b.journey_id > a.journey_id
      and b.at between a.at - interval '24 hours' and a.at + interval '24 hours'
    group by 1, 2, 3
    order by people desc limit 500`;
  return { overlaps, shards };
}

const messagesOf = (sql: Connection, workspaceId: string, shard: Fragment): Fragment => sql`
  select d.person_id, d.journey_id, d.channel, coalesce(d.sent_at, d.queued_at) as at from deliveries d
  where d.shard = ${shard} and d.workspace_id = ${workspaceId} and d.queued_at > now() - make_interval(days => ${DAYS})
    and d.channel in ('email', 'sms', 'push', 'inapp') and d.journey_id <> ${NO_JOURNEY}
    and d.status not in ('cancelled', 'failed', 'skipped', 'pending')`;
