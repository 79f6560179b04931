import type { Rule } from "#journey";
import type { EpochMs, EventFact } from "../signal.ts";
import type { Person, SegmentFact } from "../turn.ts";
import { countAmong } from "./counting.ts";
import type { Facts } from "./facts.ts";
import { holds } from "./rules.ts";
import { segmentTest } from "./segments.ts";

/** Whom rules are asked about, and as of when (epoch milliseconds). */
export type Subject = {
  readonly person: Person;
  /** Past events of the names the rules count; others do no harm. */
  readonly events: readonly EventFact[];
  readonly now: EpochMs;
  /** Zone of calendar windows such as `within: "30d"`. */
  readonly timezone: string;
  readonly segments?: ReadonlyMap<string, SegmentFact>;
};

/** Whether the rules hold for a person: the same code for guards, segment builds and audiences (R24). */
export function evaluateRules(rule: Rule, subject: Subject): boolean {
  return holds(rule, factsOf(subject));
}

/** What rules look at; `recheckAt` gathers when time alone may change an answer. */
export function factsOf({ person, events, now, timezone, segments }: Subject): Facts {
  return {
    scope: { person, traits: person.traits, tags: person.tags, stage: person.stage, segments: person.segments },
    at: now,
    zone: timezone,
    countEvents: countAmong(events, timezone),
    inSegment: segmentTest(person, segments, undefined),
    recheckAt: null,
    seen: null,
    errors: [],
  };
}
