import { ALL_SHARDS } from "#db";
import { LEASE_SECONDS } from "./claim.ts";
import { readLiveOwners } from "./claim-owner.ts";
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
    const freed = someoneDied ? await release(runtime, live) : 0;
    seen = live;
    return freed;
  };
}

/** Claims that carry no number are of senders that cannot be known to be dead: their leases end by themselves. */
async function release(runtime: OutboxRuntime, live: readonly number[]): Promise<number> {
  const { sql } = runtime.database;
  let freed = 0;
  for (const lane of [sql`x.channel = 'webhook'`, sql`x.channel <> 'webhook'`]) {
    const rows = await sql`
      with clock as (select coalesce(${virtualNow(runtime)}::timestamptz, clock_timestamp()) as now),
      dead as materialized (
        select d.shard, d.id, clock.now from clock
        cross join unnest(${[...ALL_SHARDS]}::int[]) as s (shard)
        cross join lateral (
          select x.shard, x.id from deliveries x
          where x.shard = s.shard and x.status in ('queued', 'sending') and ${lane}
            and x.next_attempt_at > clock.now and x.next_attempt_at <= clock.now + make_interval(secs => ${LEASE_SECONDS})
            and x.status = 'sending' and x.claimed_by is not null and x.claimed_by <> all(${live}::int[])
          for update skip locked
        ) d
      )
      update deliveries t set next_attempt_at = dead.now from dead where t.shard = dead.shard and t.id = dead.id`;
    freed += rows.count;
  }
  return freed;
}
