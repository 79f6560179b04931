import { ALL_SHARDS, type Fragment, type Sql } from "#db";
import { LEASE_SECONDS } from "./claim.ts";
import { liveOwners, readLiveOwners } from "./claim-owner.ts";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

/**
 * Frees what senders had claimed that have died since: all of it at the first look, afterwards whenever one is missed that was
 * there before. It stays `sending` and falls due, so that the next claim treats it as an attempt of unknown outcome (R42).
 * Answers how many it freed.
 */
export function openDeadWatch(runtime: OutboxRuntime): () => Promise<number> {
  let seen: readonly number[] | null = null;
  return async () => {
    const live = await readLiveOwners(runtime.database.sql);
    const someoneDied = seen === null || seen.some((id) => !live.includes(id));
    const freed = someoneDied ? await release(runtime) : 0;
    seen = live;
    return freed;
  };
}

/** Claims that carry no number are of senders that cannot be known to be dead: their leases end by themselves. */
async function release(runtime: OutboxRuntime): Promise<number> {
  const { sql } = runtime.database;
  let freed = 0;
  for (const lane of [sql`x.channel = 'webhook'`, sql`x.channel <> 'webhook'`]) {
    const dead = await readDeadOwners(runtime, lane);
    if (dead.length === 0) continue;
    const rows = await sql`
      with clock as (select coalesce(${virtualNow(runtime)}::timestamptz, clock_timestamp()) as now),
      dead as materialized (
        select d.shard, d.id, clock.now from clock
        cross join unnest(${[...ALL_SHARDS]}::int[]) as s (shard)
        cross join lateral (
          select x.shard, x.id from deliveries x
          where x.shard = s.shard and ${underLease(sql, lane)} and x.claimed_by = any(${dead}::int[])
          for update skip locked
        ) d
      )
      update deliveries t set next_attempt_at = dead.now from dead where t.shard = dead.shard and t.id = dead.id`;
    freed += rows.count;
  }
  return freed;
}

/**
 * Numbers that claims carry and nobody holds. The locks are read by the statement that reads the claims: a sender takes its
 * lock before it claims, so whatever claim the statement's snapshot shows, its lock was there before. Locks that were read
 * by an earlier statement would miss a sender that began in between, and its mail would go out twice. A number without its
 * lock stays dead: no sender takes one again.
 */
async function readDeadOwners(runtime: OutboxRuntime, lane: Fragment): Promise<number[]> {
  const { sql } = runtime.database;
  const rows = await sql<{ id: number }[]>`
    with clock as (select coalesce(${virtualNow(runtime)}::timestamptz, clock_timestamp()) as now)
    select distinct d.claimed_by as id from clock
    cross join unnest(${[...ALL_SHARDS]}::int[]) as s (shard)
    cross join lateral (
      select x.claimed_by from deliveries x
      where x.shard = s.shard and ${underLease(sql, lane)} and x.claimed_by is not null
    ) d
    where d.claimed_by <> all(array(${liveOwners(sql)}))`;
  return rows.map(({ id }) => id);
}

/** Both statuses are named, as the index of what is due has both. */
const underLease = (sql: Sql, lane: Fragment): Fragment => sql`
  x.status in ('queued', 'sending') and ${lane} and x.status = 'sending'
  and x.next_attempt_at > clock.now and x.next_attempt_at <= clock.now + make_interval(secs => ${LEASE_SECONDS})`;
