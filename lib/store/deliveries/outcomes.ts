import { ALL_SHARDS } from "#db";
import type { ForecastOptions } from "#engine";
import type { Connection } from "../sql/connection.ts";

/** The number of latest messages read per shard. */
const EACH = 50;

const ENOUGH = 20;

export type OutcomeRow = { completed: number; dismissed: number; shown: number; called: number; failed: number };

/** The recent outcomes of the journey's in-page content and webhooks; success is assumed if there are too few. */
export async function observeOutcomes(
  sql: Connection,
  journeyId: string,
): Promise<NonNullable<ForecastOptions["outcomes"]>> {
  const [row] = await sql<OutcomeRow[]>`
    select count(*) filter (where status = 'completed')::int as completed,
      count(*) filter (where status = 'dismissed')::int as dismissed,
      count(*) filter (where channel = 'inapp')::int as shown,
      count(*) filter (where channel = 'webhook')::int as called,
      count(*) filter (where channel = 'webhook' and status = 'failed')::int as failed
    from unnest(${[...ALL_SHARDS]}::int[]) as s (shard)
    cross join lateral (
      select channel, status from deliveries d
      where d.shard = s.shard and d.journey_id = ${journeyId} and d.channel in ('inapp', 'webhook')
        and d.status in ('completed', 'dismissed', 'shown', 'sent', 'failed', 'cancelled')
      order by d.queued_at desc limit ${EACH}
    ) latest`;
  const { completed = 0, dismissed = 0, shown = 0, called = 0, failed = 0 } = row ?? {};
  const known = shown >= ENOUGH;
  return {
    completed: known ? completed / shown : 1,
    dismissed: known ? dismissed / shown : 0,
    webhookFailed: called >= ENOUGH ? failed / called : 0,
  };
}
