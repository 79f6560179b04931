import type { Person, SegmentDefinition } from "../advance-input.ts";
import { personZone } from "../calendar/index.ts";
import { withinSharedSteps } from "../expressions/index.ts";
import type { EpochMs, LoggedEvent } from "../signal.ts";
import { ruleContextOf } from "./evaluate-rules.ts";
import { segmentNames } from "./segments.ts";
import { makeTest, type Written } from "./test.ts";

export type { Written };

export type Judgement = {
  readonly holds: boolean;
  /** Why it cannot be computed. */
  readonly error: string | null;
};

type About = {
  readonly person: Person;
  /** Past events of the names that the rules count. */
  readonly events: readonly LoggedEvent[];
  /** The event that a trigger or a wait would look at; null: none. */
  readonly event: LoggedEvent | null;
};

type Around = {
  readonly now: EpochMs;
  /** The zone of people who have none. */
  readonly timezone: string;
  readonly segments: ReadonlyMap<string, SegmentDefinition>;
};

/** Rules or an expression, compiled once, as conditions, segments, triggers and waits evaluate them (R24). */
export function judgeBy(written: Written, { now, timezone, segments }: Around): (about: About) => Judgement {
  const test = makeTest(written);
  return ({ person, events, event }) => {
    const zone = personZone(person.traits, null, timezone);
    const facts = ruleContextOf({ person, events, now, timezone: zone, segments });
    const scope = {
      ...facts.scope,
      segments: segmentNames(person, segments, undefined),
      event: event ?? {},
      trigger: event ?? {},
      context: {},
      outcome: "",
      journey: {},
    };
    const own = { ...facts, scope };
    const holds = withinSharedSteps(() => test(own));
    return { holds, error: own.errors[0] ?? null };
  };
}
