import { ALL_SHARDS, type Fragment } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type Lane, LEASE_SECONDS, ofLane } from "./claim.ts";

/** Distinguishes the locks of senders from other advisory locks: "send" in ASCII. */
const SENDERS = 0x73656e64;

/**
 * Takes the lock that shows that the sender with this number is alive. The database releases it with the connection.
 */
export async function takeSenderLock(sql: Connection, id: number): Promise<boolean> {
  const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${SENDERS}::int, ${id}::int) as taken`;
  return row?.taken ?? false;
}

/** The numbers of all live senders on this database. */
export async function readLiveOwners(sql: Connection): Promise<number[]> {
  return (await sql<{ id: number }[]>`${liveOwners(sql)}`).map(({ id }) => id);
}

/** The same as a fragment of SQL. */
const liveOwners = (sql: Connection): Fragment => sql`
  select objid::int8::int as id from pg_locks
  where locktype = 'advisory' and classid::int8 = ${SENDERS}::int8 and objsubid = 2 and granted
    and database = (select oid from pg_database where datname = current_database())`;

/**
 * Numbers on claims whose lock nobody holds. The locks and the claims are read by the same statement. A sender takes
 * its lock before it claims, so for every claim in the statement's snapshot the lock was taken before. If the locks
 * were read by an earlier statement, a sender that started in between would look dead, and its mail would be sent
 * twice. A number without its lock stays dead, because no sender takes the same number again.
 */
export async function readDeadOwners(sql: Connection, lane: Lane, now: string | null): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now)
    select distinct d.claimed_by as id from clock
    cross join unnest(${[...ALL_SHARDS]}::int[]) as s (shard)
    cross join lateral (
      select x.claimed_by from deliveries x
      where x.shard = s.shard and ${underLease(sql, lane)} and x.claimed_by is not null
    ) d
    where d.claimed_by <> all(array(${liveOwners(sql)}))`;
  return rows.map(({ id }) => id);
}

/**
 * The condition names both statuses because the partial index of due deliveries does; otherwise the index would not be
 * used.
 */
const underLease = (sql: Connection, lane: Lane): Fragment => sql`
  x.status in ('queued', 'sending') and ${ofLane(sql, lane)} and x.status = 'sending'
  and x.next_attempt_at > clock.now and x.next_attempt_at <= clock.now + make_interval(secs => ${LEASE_SECONDS})`;

/**
 * Makes claims of these senders due immediately, so that the next claim treats them as attempts of unknown outcome
 * (R42).
 */
export async function freeClaims(
  sql: Connection,
  lane: Lane,
  dead: readonly number[],
  now: string | null,
): Promise<number> {
  const rows = await sql`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now),
    dead as materialized (
      select d.shard, d.id, clock.now from clock
      cross join unnest(${[...ALL_SHARDS]}::int[]) as s (shard)
      cross join lateral (
        select x.shard, x.id from deliveries x
        where x.shard = s.shard and ${underLease(sql, lane)} and x.claimed_by = any(${[...dead]}::int[])
        for update skip locked
      ) d
    )
    update deliveries t set next_attempt_at = dead.now from dead where t.shard = dead.shard and t.id = dead.id`;
  return rows.count;
}
