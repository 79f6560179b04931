import { type DateOperator, type Duration, parseDuration, readDateBound } from "#journey";
import { HOUR_MS, isDay, momentOf } from "#times";
import { addDuration, firstReaching, zoned } from "../calendar/index.ts";
import type { EpochMs } from "../signal.ts";
import { type RuleContext, recheck } from "./rule-context.ts";

/** A day from its first moment to that of the next; a moment is one millisecond long. */
type Span = { readonly from: EpochMs; readonly to: EpochMs };

/**
 * Compares a date with now on the clock of the person, and asks to look again when time alone changes the answer (R23). A
 * date without a time is its whole day. What is no date is neither before nor after anything.
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

/** The local day in which a moment lies. */
function dayOf(at: EpochMs, zone: string): Span {
  const date = zoned(at, zone).toPlainDate();
  const startOf = (day: typeof date) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: startOf(date), to: startOf(date.add({ days: 1 })) };
}

/** Looks again at the moments, of those that are to come. */
function again(facts: RuleContext, ...moments: readonly EpochMs[]): void {
  for (const at of moments) if (at > facts.at) recheck(facts, at);
}

/** A moment that was computed as past though it has not come: where the clocks go back the way there is no straight line. */
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

/** From now to the end of the duration ahead, or from its beginning up to now. */
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

/** From the year after on; 29 February is the 28th in other years. */
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
