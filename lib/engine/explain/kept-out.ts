import type { JsonObject } from "#journey";
import { NEAR_MISSES, type NearMissReason, sayList, sayValue, sentence } from "#words";
import { byTime } from "../advance.ts";
import { entryProgram } from "../entry/candidates.ts";
import { allFailing, type Failing, type Seeker } from "../entry/checks.ts";
import { keyOf } from "../entry/instance-key.ts";
import { ruleContextAbout } from "../person/rule-context.ts";
import type { LoggedEvent } from "../signal.ts";
import type { Asked } from "./asked.ts";
import { sayExpression, sayRule, unmetParts } from "./rules.ts";
import type { Reason } from "./types.ts";
import { sayFilter } from "./words.ts";

/** The checks at entry that fail now, in the order in which they are made (R28b); made by the engine itself. */
export function keptOut(asked: Asked, event: LoggedEvent | null): Reason[] {
  const { advanceState, journey, now } = asked;
  const prepared = entryProgram(advanceState.input.snapshot, journey);
  if (prepared === null) return [];
  const trigger: JsonObject =
    event === null ? {} : { event: event.name, id: event.id, properties: event.properties, timestamp: event.timestamp };
  const before = { running: advanceState.enrollments, past: advanceState.past };
  const instanceKey = keyOf(byTime(advanceState.input, advanceState), prepared, trigger);
  const seeker = { journey, prepared, at: now, before, trigger, event, isManual: false, instanceKey };
  return allFailing(advanceState, seeker).map((failing) => ({
    code: failing.reason,
    text: sentence(DETAILED[failing.reason]?.(asked, seeker, failing) ?? NEAR_MISSES[failing.reason].they),
    detail: failing.detail,
  }));
}

type Say = (asked: Asked, seeker: Seeker, failing: Failing) => string;

/** Reasons that are said with what was seen of the person. */
const DETAILED: Readonly<Partial<Record<NearMissReason, Say>>> = {
  entry_conditions: sayConditions,
  audience: ({ names }, { prepared }) => `they are not in the audience “${names(prepared.program.audienceId ?? "")}”`,
  no_instance_key: (_asked, _seeker, { detail }) =>
    `there is no value for “${String(detail.instanceKey)}”, which separates the enrollments of one person`,
  already_was: ({ advanceState, say }, { prepared, journey }) => {
    const last = advanceState.past.findLast((enrollment) => enrollment.journeyId === journey.id);
    const when = last === undefined ? "" : ` on ${say(last.enrolledAt)}`;
    return prepared.settings.reEntry === "after_exit"
      ? `they entered${when} and completed it; only people who left early may enter again`
      : `they entered${when}, and people may enter the journey only once`;
  },
  goal_already_met: (_asked, { prepared }) => {
    const trait = prepared.goal?.trait ?? null;
    const what = trait === null ? "" : ` (trait ${trait})`;
    return `the goal is met already${what}`;
  },
  exit_condition: ({ names }, { prepared }, { detail }) => {
    const written = prepared.exitRules[Number(detail.condition)]?.written;
    if (written === undefined) return "an exit condition holds already";
    if ("rules" in written) return `an exit condition holds already: ${sayRule(written.rules, names)}`;
    return `an exit condition holds already: “${written.expression ?? ""}”`;
  },
  too_soon: ({ say }, _seeker, { detail }) =>
    `they entered a journey on ${say(Number(detail.lastEnteredAt))}, and may enter again from ${say(Number(detail.again))}`,
  too_many: (_asked, _seeker, { detail }) => `they are in the journey ${String(detail.running)} times at once`,
};

/** Which of the entry conditions fails, with what was seen. */
function sayConditions(asked: Asked, { prepared, event, trigger, at }: Seeker, { detail }: Failing): string {
  const { parts } = prepared.entry;
  if (detail.filter !== undefined) {
    const properties = (trigger.properties ?? {}) as JsonObject;
    const seen = Object.keys(parts.filter ?? {}).map((key) => `${key} was ${sayValue(properties[key])}`);
    return `the entry conditions ask for ${sayFilter(parts.filter)} (${seen.join(", ")})`;
  }
  if (detail.segments !== undefined) {
    const wanted = (parts.segments ?? []).map((segment) => `“${asked.names(String(segment))}”`);
    return `the entry conditions ask for a member of ${sayList(wanted, "or")}`;
  }
  const facts = ruleContextAbout(
    asked.advanceState,
    { person: asked.advanceState.person, prepared, at, event },
    { trigger },
  );
  const missing = parts.rules === undefined ? [] : unmetParts(parts.rules, facts, asked.names);
  if (parts.expression !== undefined && missing.length === 0) {
    prepared.entry.test(facts);
    missing.push(sayExpression(parts.expression, facts));
  }
  return `the entry conditions ask for: ${sayList(missing)}`;
}
