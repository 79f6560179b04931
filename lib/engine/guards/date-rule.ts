import { type DateOperator, type Duration, parseDuration, readDateBound } from "#journey";
import { HOUR_MS, isDay, momentOf } from "#times";
import { addDuration, firstReaching, zoned } from "../calendar/index.ts";
import type { EpochMs } from "../signal.ts";
import { type RuleContext, recheck } from "./rule-context.ts";

/** A date is the span from its first ms to the start of the next day; a time is a span of 1 ms. */
type Span = { readonly from: EpochMs; readonly to: EpochMs };

/**
 * Compares a date with now on the person's clock, and requests a recheck when time alone changes the answer (R23). A
 * date without a time means the whole day. A value that is not a date is neither before nor after anything.
 */
export function holdsByDate(op: DateOperator, actual: unknown, value: unknown, facts: RuleContext): boolean {
  const span = spanOf(actual, facts.zone);
  if (span === null) return false;
  switch (op) {
    case "before":
    case "after":
      return beside(op, span, value, facts);
    case "within_next":
      return within(span, value, facts, 1);
    case "within_last":
      return within(span, value, facts, -1);
    case "is_today":
      return isToday(span, facts);
    case "anniversary_today":
      return isAnniversary(span.from, facts);
  }
}

function spanOf(value: unknown, zone: string): Span | null {
  const at = momentOf(value, zone);
  if (at === null) return null;
  return isDay(value) ? dayOf(at, zone) : { from: at, to: at + 1 };
}

/** The local day that contains a time. */
function dayOf(at: EpochMs, zone: string): Span {
  const date = zoned(at, zone).toPlainDate();
  const startOf = (day: typeof date) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: startOf(date), to: startOf(date.add({ days: 1 })) };
}

/** Requests a recheck at each of the times that lie in the future. */
function again(facts: RuleContext, ...moments: readonly EpochMs[]): void {
  for (const at of moments) if (at > facts.at) recheck(facts, at);
}

/**
 * Requests a recheck at the computed time. If that has already passed, the rule is evaluated again in an hour: around
 * clock changes the inverse of adding a duration is not exact.
 */
function againSoon(facts: RuleContext, at: EpochMs): void {
  recheck(facts, at > facts.at ? at : facts.at + HOUR_MS);
}

function beside(op: "before" | "after", span: Span, value: unknown, facts: RuleContext): boolean {
  const bound = readDateBound(value);
  if (bound === null) return false;
  if ("written" in bound) {
    const than = spanOf(bound.written, facts.zone);
    if (than === null) return false;
    return op === "before" ? span.to <= than.from : span.from >= than.to;
  }
  const { sign, duration } = bound.fromNow;
  const limit = addDuration(facts.at, duration, facts.zone, sign);
  const goal = op === "before" ? span.to : span.from;
  const isReached = limit >= goal;
  if (!isReached) againSoon(facts, firstReaching(goal, duration, facts.zone, sign));
  return op === "before" ? isReached : !isReached;
}

/** Whether the date lies between now and the end of the duration; for `sign` -1, between now minus the duration and now. */
function within(span: Span, value: unknown, facts: RuleContext, sign: 1 | -1): boolean {
  const duration: Duration | null = parseDuration(value);
  if (duration === null) return false;
  const { at, zone } = facts;
  const limit = addDuration(at, duration, zone, sign);
  const goal = sign === 1 ? span.from : span.to;
  const isReached = limit >= goal;
  if (!isReached) againSoon(facts, firstReaching(goal, duration, zone, sign));
  again(facts, span.from, span.to);
  return sign === 1 ? isReached && span.to > at : !isReached && span.from <= at;
}

function isToday(span: Span, facts: RuleContext): boolean {
  const today = dayOf(facts.at, facts.zone);
  again(facts, dayOf(span.from, facts.zone).from, dayOf(span.to - 1, facts.zone).to);
  return span.from < today.to && span.to > today.from;
}

/** Counts from the year after the date; in other than leap years 29 February becomes the 28th. */
function isAnniversary(date: EpochMs, facts: RuleContext): boolean {
  const local = zoned(date, facts.zone).toPlainDate();
  const today = zoned(facts.at, facts.zone).toPlainDate();
  const startIn = (year: number) => local.with({ year }).toZonedDateTime(facts.zone).epochMilliseconds;
  const next = [today.year, today.year + 1, local.year + 1].filter((year) => year > local.year && year <= 9_999);
  again(facts, ...next.map(startIn));
  const holds = today.year > local.year && local.with({ year: today.year }).equals(today);
  if (holds) again(facts, dayOf(facts.at, facts.zone).to);
  return holds;
}
