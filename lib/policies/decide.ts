import { type CappedMessage, concerns, idEnd, type Periods, periodsAt, remembered, roomAt, type Sent } from "./caps.ts";
import type { PolicyReason } from "./reasons.ts";
import type { Cap, CappedChannel, SendingPolicies, TimedChannel } from "./schema.ts";
import { type TimeOfDay, timeOfDay } from "./time-of-day.ts";

/** A marketing message that is about to be sent. */
export type Wanted = {
  /** The delivery. */
  readonly id: string;
  readonly channel: TimedChannel;
  readonly topic: string | null;
  /** 1 to 9; 9 comes first. */
  readonly priority: number;
  /** Ms since 1970. */
  readonly queuedAt: number;
  readonly ignoresQuietHours: boolean;
  /** An earlier attempt may have reached the person, so its place is kept while it waits. */
  readonly wasTried: boolean;
};

/** A message of the same person that is due as well, and that another batch sends. */
export type Contender = CappedMessage & Pick<Wanted, "id" | "priority" | "queuedAt">;

export type Verdict =
  | { readonly kind: "send" }
  | { readonly kind: "hold"; readonly until: number; readonly reasons: readonly PolicyReason[] }
  | { readonly kind: "skip"; readonly reasons: readonly PolicyReason[] };

/** What is known of the person of some messages. */
export type Recipient = {
  readonly zone: string;
  readonly sent: readonly Sent[];
  /** The person belongs to the share that gets no marketing. */
  readonly isHeldOut: boolean;
  readonly contenders: readonly Contender[];
};

export type Decided = {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** What is sent to the person, with the messages that may leave now. */
  readonly sent: readonly Sent[];
};

/** A message of less importance looks again after this time whether the other has gone. */
const YIELD_MS = 5_000;

/** What depends on the time and the zone alone, computed once for each zone of a batch. */
export type Clocks = {
  readonly timeOf: (channel: TimedChannel, zone: string) => TimeOfDay;
  readonly periods: Periods;
};

export function clocksAt(policies: SendingPolicies, now: number): Clocks {
  const known = new Map<string, TimeOfDay>();
  const timeOf = (channel: TimedChannel, zone: string): TimeOfDay => {
    const key = `${channel} ${zone}`;
    const found = known.get(key) ?? timeOfDay(policies, channel, zone, now);
    known.set(key, found);
    return found;
  };
  return { timeOf, periods: periodsAt(now) };
}

/**
 * Decides about all messages of a batch to one person, the most important and oldest first: each that may leave takes
 * its place under the caps before the next one is looked at. Every reason is told at once.
 */
export function decideFor(
  policies: SendingPolicies,
  { zone, sent, isHeldOut, contenders }: Recipient,
  wanted: readonly Wanted[],
  now: number,
  clocks: Clocks = clocksAt(policies, now),
): Decided {
  const verdicts = new Map<string, Verdict>();
  let taken = remembered(sent, now);
  for (const message of wanted.toSorted(byRank)) {
    const own = idEnd(message.id);
    const others = taken.some(({ id }) => id === own) ? taken.filter(({ id }) => id !== own) : taken;
    const full = policies.caps
      .filter((cap) => concerns(cap, message))
      .map((cap) => ({ cap, at: roomFor(cap, message, others, contenders, { zone, now, periods: clocks.periods }) }))
      .filter(({ at }) => at.time > now);
    const time = message.ignoresQuietHours ? OPEN : clocks.timeOf(message.channel, zone);
    const reasons: PolicyReason[] = [
      ...(isHeldOut ? [{ code: "held_out", percent: policies.holdout?.percent ?? 0 } as const] : []),
      ...time.reasons,
      ...full.map(({ cap, at }) => (at.yields ? ({ code: "priority" } as const) : capReason(cap))),
    ];
    const verdict = verdictOf(reasons, full, () => {
      const room = Math.max(now, time.reasons.length > 0 ? time.at : now, ...full.map(({ at }) => at.time));
      return message.ignoresQuietHours ? room : timeOfDay(policies, message.channel, zone, room).at;
    });
    verdicts.set(message.id, verdict);
    if (verdict.kind === "send") {
      const { channel, topic } = message;
      const place = { id: own, at: now, channel, topic: topic && idEnd(topic) };
      taken = policies.caps.length === 0 ? taken : [...others, place];
    } else if (!message.wasTried) taken = others;
  }
  return { verdicts, sent: taken };
}

const OPEN: TimeOfDay = { at: 0, reasons: [] };

const byRank = (one: Contender, other: Contender): number =>
  other.priority - one.priority || one.queuedAt - other.queuedAt || (one.id < other.id ? -1 : 1);

type Full = { readonly cap: Cap; readonly at: { readonly time: number; readonly yields: boolean } };

function verdictOf(reasons: readonly PolicyReason[], full: readonly Full[], until: () => number): Verdict {
  if (reasons.length === 0) return { kind: "send" };
  const isFinal =
    reasons.some(({ code }) => code === "held_out") ||
    full.some(({ cap, at }) => cap.whenFull === "skip" && !at.yields);
  return isFinal ? { kind: "skip", reasons } : { kind: "hold", reasons, until: until() };
}

/** The places that more important messages of other batches wait for are not free; they take them in a moment. */
function roomFor(
  cap: Cap,
  message: Wanted,
  others: readonly Sent[],
  contenders: readonly Contender[],
  at: { readonly zone: string; readonly now: number; readonly periods: Periods },
): Full["at"] {
  const { now } = at;
  const time = roomAt(cap, others, at);
  if (time > now) return { time, yields: false };
  const before = contenders.filter((one) => concerns(cap, one) && byRank(one, message) < 0);
  if (before.length === 0) return { time, yields: false };
  const expected = [...others, ...before.map(({ id, channel, topic }): Sent => ({ id, at: now, channel, topic }))];
  return roomAt(cap, expected, at) > now ? { time: now + YIELD_MS, yields: true } : { time, yields: false };
}

const capReason = ({ channel, topicId, limit, period }: Cap): PolicyReason => ({
  code: "cap",
  channel,
  topic: topicId,
  limit,
  period,
});

/** Whether content in a page may be shown now; else the caps that are full. */
export function fullCaps(
  policies: SendingPolicies,
  message: { readonly channel: CappedChannel; readonly topic: string | null },
  { zone, sent }: { readonly zone: string; readonly sent: readonly Sent[] },
  now: number,
): PolicyReason[] {
  return policies.caps
    .filter((cap) => concerns(cap, message) && roomAt(cap, remembered(sent, now), { zone, now }) > now)
    .map(capReason);
}
