import { type EventRule, eventName, parseDuration } from "#journey";
import { addDuration } from "../calendar/index.ts";
import type { LoggedEvent } from "../signal.ts";
import { nextOtherCount } from "./count-rule.ts";
import { matchesFilter } from "./equality.ts";
import { type RuleContext, recheck } from "./rule-context.ts";

const HOUR = 3_600_000;

/**
 * Counts past events for a rule. `within` compares the events' own timestamps, and the time at which the answer changes
 * becomes a recheck.
 */
export function countAmong(
  events: readonly LoggedEvent[],
  zone: string,
): (rule: EventRule, facts: RuleContext) => number {
  return (rule, facts) => {
    const name = eventName(rule.event);
    const within = rule.within === undefined ? null : parseDuration(rule.within);
    const since = within === null ? Number.NEGATIVE_INFINITY : addDuration(facts.at, within, zone, -1);
    const times: number[] = [];
    for (const event of events) {
      if (event.name !== name || event.timestamp < since) continue;
      if (rule.filter !== undefined && !matchesFilter(rule.filter, event.properties)) continue;
      times.push(event.timestamp);
    }
    if (within !== null) {
      const fewer = nextOtherCount(rule, times.length);
      // The answer changes when only the `fewer` latest events remain in the window (R23).
      const exitRules = fewer === null ? undefined : times.sort((left, right) => right - left)[fewer];
      if (exitRules !== undefined) recheck(facts, after(facts.at, addDuration(exitRules, within, zone) + 1));
    }
    return times.length;
  };
}

/** Months have no exact inverse: if the computed time has already passed, the rule is evaluated again in an hour. */
function after(now: number, at: number): number {
  return at > now ? at : now + HOUR;
}
