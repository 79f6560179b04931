import type { WebResponse } from "#channels";
import { ALL_SHARDS, type TransactionSql } from "#db";
import type { Claimed } from "./claim.ts";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

/** What is written of one attempt; `counted` 0 = it was not made after all. */
export type Verdict = {
  readonly status: string;
  readonly error: string | null;
  readonly providerId: string | null;
  /** What a webhook answered. */
  readonly response: WebResponse | null;
  readonly waitMs: number | null;
  readonly counted: number;
};

export type Judged = { readonly delivery: Claimed; readonly verdict: Verdict };

/** Marks attempts that are still the delivery's latest; answers those that were found. */
export async function markAttempts(
  runtime: OutboxRuntime,
  sql: TransactionSql,
  judged: readonly Judged[],
): Promise<{ id: string; status: string }[]> {
  return await sql<{ id: string; status: string }[]>`
    update deliveries d set status = r.status, error = r.error, provider_id = coalesce(r.provider_id, d.provider_id),
      response = coalesce(r.response::json, d.response),
      attempts = case when r.counted = 1 then d.attempts else d.attempts - 1 end,
      next_attempt_at = clock.now + make_interval(secs => r.wait_ms / 1000.0),
      sent_at = case
        when r.status not in ('sent', 'captured') then null
        when clock.virtual and d.attempts = 1 then least(d.queued_at, clock.now)
        else clock.now end
    from (
      select coalesce(${virtualNow(runtime)}::timestamptz, clock_timestamp()) as now, ${runtime.clock.kind === "virtual"}::boolean as virtual
    ) clock,
    unnest(
      ${judged.map(({ delivery }) => delivery.shard)}::int[],
      ${judged.map(({ delivery }) => delivery.id)}::text[],
      ${judged.map(({ delivery }) => delivery.attempts)}::int[],
      ${judged.map(({ verdict }) => verdict.status)}::text[],
      ${judged.map(({ verdict }) => verdict.error)}::text[],
      ${judged.map(({ verdict }) => verdict.providerId)}::text[],
      ${judged.map(({ verdict }) => verdict.response && JSON.stringify(verdict.response))}::text[],
      ${judged.map(({ verdict }) => verdict.waitMs)}::float8[],
      ${judged.map(({ verdict }) => verdict.counted)}::int[]
    ) as r (shard, id, attempt, status, error, provider_id, response, wait_ms, counted)
    where d.shard = r.shard and d.id = r.id::uuid and d.status = 'sending' and d.attempts = r.attempt
    returning d.id, d.status`;
}

/** Attempts whose delivery has moved to another shard meanwhile, as its person was merged (R39), with where it is now. */
export async function followMoved(sql: TransactionSql, missing: readonly Judged[]): Promise<Judged[]> {
  if (missing.length === 0) return [];
  const rows = await sql<{ id: string; shard: number }[]>`
    select id, shard from deliveries
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and id = any(${missing.map(({ delivery }) => delivery.id)}::uuid[])`;
  const shardNow = new Map(rows.map((row) => [row.id, row.shard]));
  return missing.flatMap((one) => {
    const shard = shardNow.get(one.delivery.id) ?? one.delivery.shard;
    return shard === one.delivery.shard ? [] : [{ ...one, delivery: { ...one.delivery, shard } }];
  });
}
