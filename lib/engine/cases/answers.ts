import { eventName } from "#journey";
import { momentOf } from "#times";
import { waitOver } from "../calendar/index.ts";
import { firstLine, parseExpression } from "../expressions/index.ts";
import { evaluateRules } from "../guards/index.ts";
import { toJson } from "../nodes/json.ts";
import type { LoggedEvent } from "../signal.ts";
import { CASE_START } from "./document.ts";
import type { CalendarCase, ExpressionAnswer, ExpressionCase, RuleCase } from "./types.ts";

const NOBODY = "00000000-0000-7000-8000-000000000000";

/** The result of an expression: its value as it would be stored, or the message that says why it has none. */
export function answerExpression({ expression, scope = {}, now }: ExpressionCase): ExpressionAnswer {
  const parsed = parseExpression(expression);
  if ("error" in parsed) return { refused: parsed.error };
  const empty = {
    person: {},
    traits: {},
    tags: [],
    stage: null,
    account: {},
    segments: [],
    event: {},
    trigger: {},
    context: {},
  };
  try {
    return { is: toJson(parsed.evaluate({ ...empty, outcome: "", journey: {}, ...scope }, moment(now))) };
  } catch (error) {
    return { fails: firstLine(error) };
  }
}

/** The problems that publishing reports for an expression. */
export function adviceOn(expression: string): string[] {
  const parsed = parseExpression(expression);
  return "error" in parsed ? [] : parsed.advice().map(({ message }) => message);
}

/** Whether the rules of a case hold. */
export function answerRule({ rule, now, timezone = "UTC", ...who }: RuleCase): boolean {
  const { traits = {}, tags = [], stage = null, segments = [] } = who;
  const person = { id: NOBODY, externalId: "p", anonymousId: null, lastEnteredAt: null, createdAt: CASE_START };
  const events = Object.entries(who.events ?? {}).flatMap(([name, times]) =>
    times.map((time, index): LoggedEvent => {
      const at = moment(time);
      return { id: `${name}:${index}`, name: eventName(name), properties: {}, timestamp: at, receivedAt: at };
    }),
  );
  return evaluateRules(rule, {
    person: { ...person, traits, tags, stage, segments },
    events,
    now: moment(now),
    timezone,
  });
}

/** When the wait of a case ends (epoch ms). */
export function answerCalendar({ from, timezone, wait, traits }: CalendarCase): number | null {
  return waitOver(wait, moment(from), timezone, traits ?? {});
}

export function moment(text: string | undefined): number {
  const at = text === undefined ? CASE_START : momentOf(text, "UTC");
  if (at === null) throw new Error(`“${text}” in a case is not a moment`);
  return at;
}
