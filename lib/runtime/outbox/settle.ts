import type { SendResult } from "#channels";
import { appendSignals, wakeEngine } from "#db";
import { backoffMs, MAX_ATTEMPTS } from "./backoff.ts";
import type { Claimed } from "./claim.ts";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

/** One attempt's end; `null` = it was not attempted and goes back to the queue uncounted. */
export type Attempt = { readonly delivery: Claimed; readonly result: SendResult | null };

type Verdict = {
  status: string;
  error: string | null;
  providerId: string | null;
  waitMs: number | null;
  counted: number;
};

/**
 * Marks what became of attempts; those that failed for good tell the person's mailbox, so that the timeline shows it.
 * Under a virtual clock the sender is never late: a first attempt counts as made when the message was queued.
 */
export async function settle(runtime: OutboxRuntime, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const verdicts = attempts.map(judge);
  const failed = await runtime.database.sql.begin(async (sql) => {
    const marked = await sql<{ id: string; status: string }[]>`
      update deliveries d set status = r.status, error = r.error, provider_id = coalesce(r.provider_id, d.provider_id),
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
        ${attempts.map(({ delivery }) => delivery.shard)}::int[],
        ${attempts.map(({ delivery }) => delivery.id)}::text[],
        ${attempts.map(({ delivery }) => delivery.attempts)}::int[],
        ${verdicts.map(({ status }) => status)}::text[],
        ${verdicts.map(({ error }) => error)}::text[],
        ${verdicts.map(({ providerId }) => providerId)}::text[],
        ${verdicts.map(({ waitMs }) => waitMs)}::float8[],
        ${verdicts.map(({ counted }) => counted)}::int[]
      ) as r (shard, id, attempt, status, error, provider_id, wait_ms, counted)
      where d.shard = r.shard and d.id = r.id::uuid and d.status = 'sending' and d.attempts = r.attempt
      returning d.id, d.status`;
    const lost = new Set(marked.filter((row) => row.status === "failed").map((row) => row.id));
    const signals = attempts
      .filter(({ delivery }) => lost.has(delivery.id))
      .map((attempt) => failureSignal(runtime, attempt));
    await appendSignals(sql, signals);
    return signals.length;
  });
  if (failed > 0) wakeEngine();
}

function judge({ delivery, result }: Attempt): Verdict {
  const none = { error: null, providerId: null, waitMs: null, counted: 1 };
  if (result === null) return { ...none, status: "queued", waitMs: 0, counted: 0 };
  if (result.status === "sent") return { ...none, status: "sent", providerId: result.providerId };
  if (result.status !== "failed") return { ...none, status: result.status };
  const last = result.permanent || delivery.attempts >= MAX_ATTEMPTS;
  return {
    ...none,
    status: last ? "failed" : "queued",
    error: result.error,
    waitMs: last ? null : backoffMs(delivery.id, delivery.attempts),
  };
}

function failureSignal(runtime: OutboxRuntime, { delivery, result }: Attempt) {
  const { workspaceId, personId, enrollmentId, nodeId, visit } = delivery;
  const error = result?.status === "failed" ? result.error : "";
  const payload = { kind: "delivery", enrollmentId, nodeId, visit, outcome: "failed", error };
  const receivedAt = runtime.clock.kind === "virtual" ? { receivedAt: runtime.clock.at } : {};
  return { workspaceId, personId, kind: "delivery", payload, ...receivedAt };
}
