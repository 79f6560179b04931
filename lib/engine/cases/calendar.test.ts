import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { waitOver } from "../calendar/index.ts";
import { calendarCases } from "./index.ts";

const moment = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

test("there are 300 calendar cases", () => {
  expect(calendarCases).toHaveLength(300);
});

test.each(calendarCases.map((one) => [`${one.from} in ${one.timezone}: ${JSON.stringify(one.wait)}`, one] as const))(
  "%s",
  (_name, { from, timezone, wait, traits, continuesAt }) => {
    const over = waitOver(wait, moment(from), timezone, traits ?? {});
    expect(over).toBe(moment(continuesAt));
  },
);
