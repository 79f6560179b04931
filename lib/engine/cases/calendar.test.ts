import { expect, test } from "vitest";
import { answerCalendar, calendarCases, moment } from "./index.ts";

test("there are 300 calendar cases", () => {
  expect(calendarCases).toHaveLength(300);
});

test.each(calendarCases.map((one) => [`${one.from} in ${one.timezone}: ${JSON.stringify(one.wait)}`, one] as const))(
  "%s",
  (_name, one) => {
    expect(answerCalendar(one)).toBe(moment(one.continuesAt));
  },
);
