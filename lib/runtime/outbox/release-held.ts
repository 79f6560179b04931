import { ALL_SHARDS } from "#db";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

/**
 * Puts back what senders set aside while a journey was paused (R34), once it no longer is. What a `queue` pause set
 * aside has no `released_at` and is the engine's to release, in each person's order (R33).
 */
export async function releaseHeld(runtime: OutboxRuntime): Promise<number> {
  const { sql } = runtime.database;
  const released = await sql`
    update deliveries d set status = 'queued',
      next_attempt_at = coalesce(${virtualNow(runtime)}::timestamptz, clock_timestamp())
    from journeys j
    where d.shard = any(${[...ALL_SHARDS]}::int[]) and d.status = 'held' and d.released_at is not null
      and j.id = d.journey_id and not (j.status = 'paused' and j.pause_mode in ('hold', 'queue'))`;
  return released.count;
}
