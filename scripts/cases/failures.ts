import { answerTemplate, templateCases } from "#content/cases";
import {
  adviceOn,
  answerCalendar,
  answerExpression,
  answerRule,
  calendarCases,
  compareCase,
  expressionCases,
  journeyCases,
  moment,
  ruleCases,
  runCase,
  timeCases,
} from "#engine/cases";
import { momentOf } from "#times";

/** Every case whose result differs from the expected one, as sentences; empty = all pass. */
export function failures(): string[] {
  const found: string[] = [];
  const check = (name: string, want: unknown, got: unknown) => {
    if (JSON.stringify(want) !== JSON.stringify(got))
      found.push(`${name}: expected ${JSON.stringify(want)}, saw ${JSON.stringify(got)}`);
  };
  for (const { expression, scope, now, says, ...want } of expressionCases) {
    check(expression, want, answerExpression({ expression, ...(scope && { scope }), ...(now && { now }), ...want }));
    if (says) check(`what publishing says: ${expression}`, says, adviceOn(expression));
  }
  for (const one of ruleCases) check(JSON.stringify(one.rule), one.holds, answerRule(one));
  for (const one of calendarCases)
    check(`${one.from} ${JSON.stringify(one.wait)}`, moment(one.continuesAt), answerCalendar(one));
  for (const { name, value, zone, at } of timeCases) {
    const found = momentOf(value, zone);
    check(`${name}: ${String(value)} in ${zone}`, at, found === null ? null : new Date(found).toISOString());
  }
  for (const one of templateCases) check(one.template, one.is, answerTemplate(one));
  for (const one of journeyCases) {
    if (one.expect.publish !== "refused")
      found.push(...compareCase(one.expect, runCase(one, "signal")).map((text) => `${one.name}: ${text}`));
  }
  return found;
}

/** The number of cases, because a run without cases would find no failure either. */
export const caseCount =
  expressionCases.length +
  ruleCases.length +
  calendarCases.length +
  timeCases.length +
  templateCases.length +
  journeyCases.length;
