import { channelKinds, isChannelKind, type SendResult } from "#channels";
import type { Reason } from "#consent";
import { wakeEngine } from "#db";
import { countAttempts } from "#metrics";
import type { PolicyReason } from "#policies";
import { type Claimed, followMoved, markAttempts, type Verdict } from "#store/deliveries";
import { appendSignals } from "#store/inbox";
import { returnMarketing } from "#store/preferences";
import { returnPlaces } from "#store/send-usage";
import { policyWords, sayHeld, sayList } from "#words";
import { backoffMs, GROWN_AFTER, MAX_ATTEMPTS } from "./backoff.ts";
import { countSent } from "./count-sent.ts";
import { noteLost } from "./note-lost.ts";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";
import { formerReasons } from "./policies/candidate.ts";
import { raiseSetUpFaults } from "./raise-set-up-faults.ts";

/** The message is not sent: the reason, and the outcome with which a waiting enrollment continues. */
export type Skipped = {
  readonly status: "skipped";
  readonly reason: string;
  readonly outcome: "skipped" | "failed";
  /** Why it may not reach the person. */
  readonly reasons?: readonly (Reason | PolicyReason)[];
};

/** There was no time to render it; it becomes due again a little later, after what is due until then. */
export type Postponed = { readonly status: "postponed"; readonly waitMs?: number };
export const POSTPONED: Postponed = { status: "postponed" };
const POSTPONED_MS = 2_000;

/** A policy of the workspace holds it until then (ms since 1970). */
export type Held = { readonly status: "held"; readonly until: number; readonly reasons: readonly PolicyReason[] };

/** The result of one attempt; `null`: not attempted, returned to the queue without counting. */
export type Attempt = { readonly delivery: Claimed; readonly result: SendResult | Skipped | Postponed | Held | null };

/** An enrollment that waits for an expired message continues as if the message had failed (R44). */
export function tooLate(delivery: Claimed): Skipped {
  const reasons = formerReasons(delivery);
  const why = reasons.length === 0 ? "" : ` It was held, because ${sayList(reasons.map(policyWords))}.`;
  return { status: "skipped", reason: `It was too late to send it.${why}`, outcome: "failed" };
}

/**
 * Stores the results of attempts. Three kinds also become signals in the person's inbox: permanent failures, messages
 * skipped because of their content, and every result of a webhook with its response. With a virtual clock the sender is
 * never late: a first attempt counts as made when the message was queued.
 */
export async function settle(runtime: OutboxRuntime, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  const judged = attempts.map((attempt) => ({ delivery: attempt.delivery, verdict: judge(runtime, attempt) }));
  const told = await runtime.database.sql.begin(async (sql) => {
    const marked = await markAttempts(sql, judged, virtualNow(runtime));
    const found = new Set(marked.map((row) => row.id));
    const moved = await followMoved(
      sql,
      judged.filter(({ delivery }) => !found.has(delivery.id)),
    );
    if (moved.length > 0) marked.push(...(await markAttempts(sql, moved, virtualNow(runtime))));
    await countSent(sql, marked);
    // The message that a person's frequency allows is free again for the next one.
    const unsent = new Set(
      marked.filter(({ status }) => status === "failed" || status === "skipped").map(({ id }) => id),
    );
    const returned = attempts.filter(({ delivery, result }) => unsent.has(delivery.id) || result?.status === "held");
    await returnMarketing(sql, returned.map(placeOf));
    // So is its place under the caps. What may have arrived keeps it, and what is held never took one.
    const unused = attempts.filter((one) => unsent.has(one.delivery.id) || isUntried(one));
    await returnPlaces(sql, unused.map(placeOf));
    const became = new Map(marked.map((row) => [row.id, row.status]));
    const signals = attempts.flatMap(({ delivery, result }) => {
      const status = became.get(delivery.id);
      // No enrollment waits for a message that was asked for alone.
      if (
        !result ||
        !status ||
        result.status === "postponed" ||
        result.status === "held" ||
        delivery.enrollmentId === delivery.id
      )
        return [];
      const isSkipped = result.status === "skipped" && result.outcome === "skipped";
      const reports = isChannelKind(delivery.channel) && channelKinds[delivery.channel].reportsSuccess;
      const ended = reports && (status === "sent" || status === "skipped");
      return ended || isSkipped || status === "failed" ? [signalOf(runtime, delivery, result)] : [];
    });
    await appendSignals(sql, signals);
    return signals.length;
  });
  countAttempts(
    attempts.map(({ delivery, result }) => ({ channel: delivery.channel, result: result?.status ?? "untried" })),
  );
  if (told > 0) wakeEngine();
  await noteLost(runtime, attempts);
  await raiseSetUpFaults(runtime, attempts);
}

const placeOf = ({ delivery: { personId, id } }: Attempt) => ({ personId, deliveryId: id });

const isUntried = ({ delivery, result }: Attempt): boolean =>
  delivery.attempts === 1 && (result === null || result.status === "postponed");

function judge({ clock }: OutboxRuntime, { delivery, result }: Attempt): Verdict {
  const none = { error: null, reasons: null, providerId: null, response: null, waitMs: null, counted: 1 };
  if (result === null) return { ...none, status: "queued", waitMs: 0, counted: 0 };
  // A virtual clock does not advance by itself, so a wait would never end.
  if (result.status === "postponed")
    return {
      ...none,
      status: "queued",
      waitMs: clock.kind === "virtual" ? 0 : (result.waitMs ?? POSTPONED_MS),
      counted: 0,
    };
  if (result.status === "held") {
    const { reasons, until } = result;
    return { ...none, status: "queued", error: sayHeld(reasons, until), reasons, heldUntil: until, counted: 0 };
  }
  if (result.status === "skipped") {
    const { reason, reasons = null } = result;
    return { ...none, status: "skipped", error: reason, reasons, counted: 0 };
  }
  if (result.status === "sent")
    return { ...none, status: "sent", providerId: result.providerId, response: result.response ?? null };
  if (result.status !== "failed") return { ...none, status: result.status };
  const { setUp } = result;
  const last = !setUp && (result.permanent || delivery.attempts >= MAX_ATTEMPTS);
  const wait = Math.max(backoffMs(delivery.id, delivery.attempts), result.retryAfterMs ?? 0);
  return {
    ...none,
    status: last ? "failed" : "queued",
    error: result.error,
    response: result.response ?? null,
    waitMs: last ? null : wait,
    // While a setting is missing, later attempts are not counted, so that attempts remain for faults after it is set.
    counted: setUp && delivery.attempts > GROWN_AFTER ? 0 : 1,
  };
}

function signalOf(runtime: OutboxRuntime, delivery: Claimed, result: SendResult | Skipped) {
  const { workspaceId, personId, enrollmentId, nodeId, visit } = delivery;
  const outcome = result.status === "sent" ? "sent" : result.status === "skipped" ? result.outcome : "failed";
  const error =
    result.status === "failed" ? { error: result.error } : result.status === "skipped" ? { error: result.reason } : {};
  const answered = result.status === "sent" || result.status === "failed" ? result.response : undefined;
  const response = answered ? { response: answered } : {};
  const payload = { kind: "delivery", enrollmentId, nodeId, visit, outcome, ...error, ...response };
  const receivedAt = runtime.clock.kind === "virtual" ? { receivedAt: runtime.clock.at } : {};
  return { workspaceId, personId, kind: "delivery", payload, ...receivedAt };
}
