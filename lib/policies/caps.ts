import { Temporal } from "temporal-polyfill";
import { ByteCache } from "#caches";
import { HOUR_MS } from "#times";
import type { Cap, CappedChannel, Period } from "./schema.ts";
import { LONGEST_PERIOD_HOURS } from "./schema.ts";

/** A marketing message that was sent to a person, or that a sender has reserved a place for. */
export type Sent = {
  /** The end of the delivery's id. */
  readonly id: string;
  /** Ms since 1970. */
  readonly at: number;
  readonly channel: CappedChannel;
  /** The end of the topic's id. */
  readonly topic: string | null;
};

/** What is remembered of an id: its last twelve digits, which are random. A whole one would double what is stored. */
export const idEnd = (id: string): string => id.slice(-ID_END);
export const ID_END = 12;

/** The topic by its whole id, or by the end of it. */
export type CappedMessage = Pick<Sent, "channel" | "topic">;

/** More of one person are not remembered: no cap has a higher limit. */
const MOST_KEPT = 1_000;
/** A calendar month may be an hour longer than the longest rolling period. */
const KEPT_MS = (LONGEST_PERIOD_HOURS + 24) * HOUR_MS;

export const concerns = (cap: Cap, { channel, topic }: CappedMessage): boolean =>
  (cap.channel === "any" || cap.channel === channel) &&
  (cap.topicId === null || (topic !== null && cap.topicId.endsWith(topic)));

/** When there is room under the cap for one more message beside `others`; `now` if there is room already. */
export function roomAt(
  cap: Cap,
  others: readonly Sent[],
  { zone, now, periods = periodsAt(now) }: { readonly zone: string; readonly now: number; readonly periods?: Periods },
): number {
  const { start, end } = periods(cap.period, zone);
  // Counted first: most people are below most caps, and then nothing has to be collected.
  let count = 0;
  for (const one of others) if (one.at > start && concerns(cap, one)) count += 1;
  if (count < cap.limit) return now;
  if (end !== null) return end;
  const counted = others.filter((one) => one.at > start && concerns(cap, one)).map((one) => one.at);
  // As soon as all but one less than the limit are past.
  const leaving = counted.toSorted((left, right) => left - right)[counted.length - cap.limit] ?? now;
  return Math.max(leaving + lengthOf(cap.period), now + 1);
}

/** Looks each calendar period of a zone up once: a batch has one time. */
export type Periods = (period: Period, zone: string) => Bounds;
type Bounds = { readonly start: number; readonly end: number | null };

export function periodsAt(now: number): Periods {
  const known = new Map<string, Bounds>();
  return (period, zone) => {
    if (period.kind === "rolling") return periodAt(period, zone, now);
    const key = `${period.unit} ${zone}`;
    const found = known.get(key) ?? calendarPeriodAt(key, period, zone, now);
    known.set(key, found);
    return found;
  };
}

/** The present periods of zones, which are the same for hours. Calendar arithmetic was a third of a decision. */
const present = new ByteCache<Bounds & { readonly end: number }>(256 * 1024, () => 100);

function calendarPeriodAt(key: string, period: Period, zone: string, now: number): Bounds {
  const found = present.get(key);
  if (found !== undefined && found.start < now && now < found.end) return found;
  const made = periodAt(period, zone, now);
  if (made.end !== null) present.set(key, { start: made.start, end: made.end });
  return made;
}

/**
 * The period that a message sent now counts in: all after `start` counts. `end`: when a calendar period is over; null
 * for a rolling one, which moves with `now`.
 */
function periodAt(period: Period, zone: string, now: number): Bounds {
  if (period.kind === "rolling") return { start: now - lengthOf(period), end: null };
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const first =
    period.unit === "day"
      ? today
      : period.unit === "week"
        ? today.subtract({ days: today.dayOfWeek - 1 })
        : today.with({ day: 1 });
  const next = first.add({ [`${period.unit}s`]: 1 });
  return { start: startOf(first, zone) - 1, end: startOf(next, zone) };
}

const lengthOf = (period: Period): number => (period.kind === "rolling" ? period.hours * HOUR_MS : 0);
const startOf = (day: Temporal.PlainDate, zone: string): number => day.toZonedDateTime(zone).epochMilliseconds;

/** What has to be remembered: nothing that no cap can count any more. */
export function remembered(sent: readonly Sent[], now: number): readonly Sent[] {
  const [oldest] = sent;
  if (sent.length <= MOST_KEPT && (oldest === undefined || oldest.at > now - KEPT_MS)) return sent;
  return sent.filter(({ at }) => at > now - KEPT_MS).slice(-MOST_KEPT);
}
