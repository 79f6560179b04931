import { type EventRule, eventName, parseDuration } from "#journey";
import { addDuration } from "../calendar/index.ts";
import type { EventFact } from "../signal.ts";
import { matchesFilter } from "./equality.ts";
import { type Facts, recheck } from "./facts.ts";

/** Counts past events for a rule; `within` looks at the client's own clock, and asks to look again when one leaves. */
export function countAmong(events: readonly EventFact[], zone: string): (rule: EventRule, facts: Facts) => number {
  return (rule, facts) => {
    const name = eventName(rule.event);
    const within = rule.within === undefined ? null : parseDuration(rule.within);
    const since = within === null ? Number.NEGATIVE_INFINITY : addDuration(facts.at, within, zone, -1);
    let count = 0;
    let oldest = Number.POSITIVE_INFINITY;
    for (const event of events) {
      if (event.name !== name || event.timestamp < since) continue;
      if (rule.filter !== undefined && !matchesFilter(rule.filter, event.properties)) continue;
      count += 1;
      oldest = Math.min(oldest, event.timestamp);
    }
    if (within !== null && count > 0) recheck(facts, addDuration(oldest, within, zone) + 1);
    return count;
  };
}
