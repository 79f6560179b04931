import { readExactClock } from "../engine-config/read.ts";
import { type Connection, plain } from "../sql/connection.ts";
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
  const rows = await sql<{ id: number }[]>`
    select objid::int8::int as id from pg_locks
    where locktype = 'advisory' and classid::int8 = ${SENDERS}::int8 and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())`;
  return rows.map(({ id }) => id);
}

/**
 * Numbers on claims whose lock nobody holds. The claims are read first: a sender takes its lock before it claims, so the
 * lock of every claim that was read is there afterwards, unless its sender has died. The other way round, a sender that
 * started in between would look dead, and its mail would be sent twice. A number without its lock stays dead, because no
 * sender takes the same number again.
 */
export async function readDeadOwners(sql: Connection, lane: Lane, now: string | null): Promise<number[]> {
  const claims = await findClaims(sql, lane, now ?? (await readExactClock(sql)));
  const owners = new Set(claims.map(({ owner }) => owner));
  if (owners.size === 0) return [];
  const live = await readLiveOwners(sql);
  return [...owners].filter((owner) => !live.includes(owner));
}

type FoundClaim = { readonly shard: number; readonly id: string; readonly owner: number };

/**
 * Claims under a lease. The condition names both statuses because the partial index of due deliveries does; otherwise the
 * index would not be used.
 */
async function findClaims(sql: Connection, lane: Lane, at: string): Promise<FoundClaim[]> {
  return await sql<FoundClaim[]>`
    select looked.shard, claim.id, claim.claimed_by as owner from shards looked
    cross join lateral (
      select x.id, x.claimed_by from deliveries x
      where x.shard = looked.shard and x.status in ('queued', 'sending') and ${ofLane(sql, lane)} and x.status = 'sending'
        and x.next_attempt_at > ${at}::timestamptz
        and x.next_attempt_at <= ${at}::timestamptz + make_interval(secs => ${LEASE_SECONDS})
        and x.claimed_by is not null
    ) claim`;
}

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
  const at = now ?? (await readExactClock(sql));
  const claims = (await findClaims(sql, lane, at)).filter(({ owner }) => dead.includes(owner));
  let freed = 0;
  for (const [shard, own] of Map.groupBy(claims, (claim) => claim.shard)) {
    const rows = await sql`
      update deliveries set next_attempt_at = ${at}::timestamptz
      where shard = ${shard} and id = any(${plain(own.map(({ id }) => id))}::uuid[]) and status = 'sending'
        and claimed_by = any(${plain(dead)}::int[])`;
    freed += rows.count;
  }
  return freed;
}
