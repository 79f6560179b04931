import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import {
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
} from "./index.ts";

const DateBefore = Date;

// The order of `npm start`: the engine is loaded first, and Next puts another global `Date` in its place afterwards.
describe("S1: in a process where Next has replaced the globals", () => {
  beforeAll(() => {
    createRequire(import.meta.url)("next/dist/server/node-environment");
  });

  it("S1: the global Date is another one than when the engine was loaded", () => {
    expect(Date).not.toBe(DateBefore);
    expect(new Date(0).constructor).not.toBe(DateBefore);
  });

  it.each(expressionCases.map((one) => [one.expression, one] as const))("S1: %s", (_, one) => {
    expect(one).toMatchObject(answerExpression(one));
  });

  it("S1: rules say the same", () => {
    expect(ruleCases.filter((one) => answerRule(one) !== one.holds)).toEqual([]);
  });

  it("S1: waits end at the same time", () => {
    expect(calendarCases.filter((one) => answerCalendar(one) !== moment(one.continuesAt))).toEqual([]);
  });

  const runnable = journeyCases.filter((one) => one.expect.publish !== "refused");
  it.each(runnable)("S1: $name", (one) => {
    expect(compareCase(one.expect, runCase(one, "signal"))).toEqual([]);
  });
});
