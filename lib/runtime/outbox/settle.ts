import type { SendResult } from "#channels";
import { appendSignals, wakeEngine } from "#db";
import { backoffMs, MAX_ATTEMPTS } from "./backoff.ts";
import type { Claimed } from "./claim.ts";
import { followMoved, markAttempts, type Verdict } from "./mark-attempts.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";

/** One attempt's end: `skipped` = it came too late (R44); `null` = not attempted, back to the queue uncounted. */
export type Attempt = {
  readonly delivery: Claimed;
  readonly result: SendResult | { readonly status: "skipped" } | null;
};

const TOO_LATE = "It was too late to send it.";

/**
 * Marks what became of attempts. Failures for good, and every end of a webhook with what it answered, go to the person's
 * mailbox. Under a virtual clock the sender is never late: a first attempt counts as made when the message was queued.
 */
export async function settle(runtime: OutboxRuntime, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const judged = attempts.map((attempt) => ({ delivery: attempt.delivery, verdict: judge(attempt) }));
  const told = await runtime.database.sql.begin(async (sql) => {
    const marked = await markAttempts(runtime, sql, judged);
    const found = new Set(marked.map((row) => row.id));
    const moved = await followMoved(
      sql,
      judged.filter(({ delivery }) => !found.has(delivery.id)),
    );
    if (moved.length > 0) marked.push(...(await markAttempts(runtime, sql, moved)));
    const became = new Map(marked.map((row) => [row.id, row.status]));
    const signals = attempts.flatMap(({ delivery, result }) => {
      const status = became.get(delivery.id);
      if (!result || !status) return [];
      const ended = delivery.channel === "webhook" && (status === "sent" || status === "skipped");
      return ended || status === "failed" ? [signalOf(runtime, delivery, result)] : [];
    });
    await appendSignals(sql, signals);
    return signals.length;
  });
  if (told > 0) wakeEngine();
}

function judge({ delivery, result }: Attempt): Verdict {
  const none = { error: null, providerId: null, response: null, waitMs: null, counted: 1 };
  if (result === null) return { ...none, status: "queued", waitMs: 0, counted: 0 };
  if (result.status === "skipped") return { ...none, status: "skipped", error: TOO_LATE, counted: 0 };
  if (result.status === "sent")
    return { ...none, status: "sent", providerId: result.providerId, response: result.response ?? null };
  if (result.status !== "failed") return { ...none, status: result.status };
  const last = result.permanent || delivery.attempts >= MAX_ATTEMPTS;
  const wait = Math.max(backoffMs(delivery.id, delivery.attempts), result.retryAfterMs ?? 0);
  return {
    ...none,
    status: last ? "failed" : "queued",
    error: result.error,
    response: result.response ?? null,
    waitMs: last ? null : wait,
  };
}

/** Whoever waits for a message that expired goes on as if it had failed. */
function signalOf(runtime: OutboxRuntime, delivery: Claimed, result: NonNullable<Attempt["result"]>) {
  const { workspaceId, personId, enrollmentId, nodeId, visit } = delivery;
  const outcome = result.status === "sent" ? "sent" : "failed";
  const error =
    result.status === "failed" ? { error: result.error } : result.status === "skipped" ? { error: TOO_LATE } : {};
  const answered = result.status === "sent" || result.status === "failed" ? result.response : undefined;
  const response = answered ? { response: answered } : {};
  const payload = { kind: "delivery", enrollmentId, nodeId, visit, outcome, ...error, ...response };
  const receivedAt = runtime.clock.kind === "virtual" ? { receivedAt: runtime.clock.at } : {};
  return { workspaceId, personId, kind: "delivery", payload, ...receivedAt };
}
