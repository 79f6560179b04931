import { ALL_SHARDS } from "#db";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

/**
 * Puts back what senders set aside while a journey was paused (R34), once it no longer is. What a `queue` pause set
 * aside has no `released_at` and is the engine's to release, in each person's order (R33); a resume at a rate lets the
 * messages of each portion go itself.
 */
export async function releaseHeld(runtime: OutboxRuntime): Promise<number> {
  const { sql } = runtime.database;
  const released = await sql`
    update deliveries d set status = 'queued', next_attempt_at = clock.now,
      expires_at = clock.now + (d.expires_at - d.released_at)
    from journeys j, (select coalesce(${virtualNow(runtime)}::timestamptz, clock_timestamp()) as now) clock
    where d.shard = any(${[...ALL_SHARDS]}::int[]) and d.status = 'held' and d.released_at is not null
      and j.id = d.journey_id and not (j.status = 'paused' and j.pause_mode in ('hold', 'queue'))
      and not exists (
        select from operations o
        where o.journey_id = j.id and o.kind = 'resume' and o.status in ('waiting', 'running') and o.input ? 'perMinute')`;
  return released.count;
}
