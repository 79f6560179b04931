import type { SendResult } from "#channels";
import { appendSignals, wakeEngine } from "#db";
import { backoffMs, MAX_ATTEMPTS } from "./backoff.ts";
import type { Claimed } from "./claim.ts";
import { followMoved, markAttempts, type Verdict } from "./mark-attempts.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";

/** One attempt's end; `null` = it was not attempted and goes back to the queue uncounted. */
export type Attempt = { readonly delivery: Claimed; readonly result: SendResult | null };

/**
 * Marks what became of attempts; those that failed for good tell the person's mailbox, so that the timeline shows it.
 * Under a virtual clock the sender is never late: a first attempt counts as made when the message was queued.
 */
export async function settle(runtime: OutboxRuntime, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const judged = attempts.map((attempt) => ({ delivery: attempt.delivery, verdict: judge(attempt) }));
  const failed = await runtime.database.sql.begin(async (sql) => {
    const marked = await markAttempts(runtime, sql, judged);
    const found = new Set(marked.map((row) => row.id));
    const moved = await followMoved(
      sql,
      judged.filter(({ delivery }) => !found.has(delivery.id)),
    );
    if (moved.length > 0) marked.push(...(await markAttempts(runtime, sql, moved)));
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
