import type { Rule } from "#journey";
import type { Person, SegmentDefinition } from "../advance-input.ts";
import { accountOf } from "../person/account.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { countAmong } from "./counting.ts";
import type { RuleContext } from "./rule-context.ts";
import { holds } from "./rules.ts";
import { segmentTest } from "./segments.ts";

/** The person about whom rules are evaluated, and the time (epoch ms). */
export type Subject = {
  readonly person: Person;
  /** Past events of the names that the rules count; other events are ignored. */
  readonly events: readonly LoggedEvent[];
  readonly now: EpochMs;
  /** Zone of calendar windows such as `within: "30d"`. */
  readonly timezone: string;
  readonly segments?: ReadonlyMap<string, SegmentDefinition>;
};

/** Whether the rules hold for a person: the same code for guards, segment builds and audiences (R24). */
export function evaluateRules(rule: Rule, subject: Subject): boolean {
  return holds(rule, ruleContextOf(subject));
}

/** The context that rules read; `recheckAt` collects the earliest time at which time alone may change an answer. */
export function ruleContextOf({ person, events, now, timezone, segments }: Subject): RuleContext {
  return {
    scope: {
      person,
      traits: person.traits,
      tags: person.tags,
      stage: person.stage,
      account: accountOf(person.traits),
      segments: person.segments,
    },
    at: now,
    zone: timezone,
    countEvents: countAmong(events, timezone),
    inSegment: segmentTest(person, segments, undefined),
    recheckAt: null,
    seen: null,
    errors: [],
  };
}
