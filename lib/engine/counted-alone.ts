import { type EventRule, eventName, isCalendarDuration, parseDuration, type RuleGroup } from "#journey";
import { DAY_MS } from "#times";
import { addDuration } from "./calendar/index.ts";
import type { EpochMs } from "./signal.ts";

/** How often an event has to have happened: rules that ask for nothing else. */
export type CountedAlone = {
  readonly name: string;
  readonly atLeast: number;
  /** Earlier events do not count (epoch ms); null = all count. */
  readonly since: EpochMs | null;
  /** An event stops counting so many ms after it happened, or up to some hours later where clocks change; null = never. */
  readonly countsForMs: number | null;
  /** The window depends on the zone, so people with a zone of their own have another one. */
  readonly isByZone: boolean;
};

/** As many events of a person as every rule sees (R10). */
const MOST = 1_000;

/**
 * Rules that hold for people with at least some events of one name, within a window or ever, as times of that window at `now`;
 * null for any other rules. Segments are built by it in one statement, so it says the same as `countAmong`.
 */
export function countedAlone({ all, any, not }: RuleGroup, now: EpochMs, zone: string): CountedAlone | null {
  const rules = [...(all ?? []), ...(any ?? [])];
  const [rule] = rules;
  if (rules.length !== 1 || rule === undefined || not === true || !("event" in rule) || rule.filter !== undefined)
    return null;
  const atLeast = leastOf(rule);
  const within = rule.within === undefined ? null : parseDuration(rule.within);
  if (atLeast === null || (rule.within !== undefined && within === null)) return null;
  const name = eventName(rule.event);
  // Months have different lengths, so a window of months ends at another time for each event.
  if (within !== null && (within.years ?? 0) + (within.months ?? 0) > 0) return null;
  if (within === null) return { name, atLeast, since: null, countsForMs: null, isByZone: false };
  const since = addDuration(now, within, zone, -1);
  const lengths = momentsBetween(since, now).map((at) => addDuration(at, within, zone) - at);
  return { name, atLeast, since, countsForMs: Math.min(...lengths), isByZone: isCalendarDuration(within) };
}

/** The count that is enough, if every higher one is too. */
function leastOf({ count }: EventRule): number | null {
  if (count === undefined) return 1;
  const { gte, ...others } = count;
  const isAlone = Object.values(others).every((value) => value === undefined);
  return isAlone && Number.isInteger(gte) && Number(gte) >= 1 && Number(gte) <= MOST ? Number(gte) : null;
}

const LONGEST_STEP = 7 * DAY_MS;
const MOST_STEPS = 60;

/** Moments close enough that each state of the clocks has one. */
function momentsBetween(from: EpochMs, to: EpochMs): EpochMs[] {
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil((to - from) / LONGEST_STEP)));
  return Array.from({ length: steps + 1 }, (_, step) => from + Math.floor(((to - from) * step) / steps));
}
