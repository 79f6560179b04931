import calendar from "./calendar.json" with { type: "json" };
import dateRules from "./date-rules.json" with { type: "json" };
import dates from "./dates.json" with { type: "json" };
import expressions from "./expressions.json" with { type: "json" };
import journeys from "./journeys.json" with { type: "json" };
import rules from "./rules.json" with { type: "json" };
import times from "./times.json" with { type: "json" };
import type { CalendarCase, ExpressionCase, JourneyCase, RuleCase } from "./types.ts";

/** When a WAIT is over, in every zone: 300 cases. */
export const calendarCases = calendar as unknown as readonly CalendarCase[];

/** Small journeys with signals and what must come of them: 142 cases, and 22 of journeys that start by a date. */
export const journeyCases = [...journeys, ...dates] as unknown as readonly JourneyCase[];

/** What moment a written one means in a zone. */
export const timeCases: readonly {
  readonly name: string;
  readonly value: unknown;
  readonly zone: string;
  readonly at: string | null;
}[] = times;

/** What an expression comes to. */
export const expressionCases = expressions as unknown as readonly ExpressionCase[];

/** Whether rules hold for a person. */
export const ruleCases = [...rules, ...dateRules] as unknown as readonly RuleCase[];

export { adviceOn, answerCalendar, answerExpression, answerRule, moment } from "./answers.ts";
export { compareCase, type Observed, type ObservedEnrollment } from "./compare.ts";
export { CASE_START, caseCatalog, caseDocument, caseOffset } from "./document.ts";
export { runCase } from "./run-case.ts";
export type * from "./types.ts";
