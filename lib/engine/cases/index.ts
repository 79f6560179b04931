import calendar from "./calendar.json" with { type: "json" };
import dateRules from "./date-rules.json" with { type: "json" };
import dates from "./dates.json" with { type: "json" };
import expressions from "./expressions.json" with { type: "json" };
import journeys from "./journeys.json" with { type: "json" };
import rules from "./rules.json" with { type: "json" };
import times from "./times.json" with { type: "json" };
import type { CalendarCase, ExpressionCase, JourneyCase, RuleCase } from "./types.ts";

/** 300 cases of when a WAIT ends, in many zones. */
export const calendarCases = calendar as unknown as readonly CalendarCase[];

/** Small journeys with signals and their expected results: 142 cases, and 22 of journeys that start on a date. */
export const journeyCases = [...journeys, ...dates] as unknown as readonly JourneyCase[];

/** Written times and the time that each means in a zone. */
export const timeCases: readonly {
  readonly name: string;
  readonly value: unknown;
  readonly zone: string;
  readonly at: string | null;
}[] = times;

/** Expressions and their expected results. */
export const expressionCases = expressions as unknown as readonly ExpressionCase[];

/** Whether rules hold for a person. */
export const ruleCases = [...rules, ...dateRules] as unknown as readonly RuleCase[];

export { adviceOn, answerCalendar, answerExpression, answerRule, moment } from "./answers.ts";
export { compareCase, type Observed, type ObservedEnrollment } from "./compare.ts";
export { CASE_START, caseCatalog, caseDocument, caseOffset } from "./document.ts";
export { runCase } from "./run-case.ts";
export type * from "./types.ts";
