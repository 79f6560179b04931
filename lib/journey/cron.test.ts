import { expect, test } from "vitest";
import { parseCron } from "./cron.ts";

test.each(["* * * * *", "0 9 * * mon-fri", "*/5 0-6/2 1,15 JAN,jul ?", "5/10 * * * 0,7", "0 0 30 2 mon"])(
  "%s is cron",
  (text) => {
    expect(parseCron(text)).not.toBeNull();
  },
);

test.each([
  "",
  "* * * *",
  "* * * * * *",
  "60 * * * *",
  "* 24 * * *",
  "* * 0 * *",
  "* * * 13 *",
  "* * * * 8",
  "5-1 * * * *",
  "*/0 * * * *",
  "1/2/3 * * * *",
  "a * * * *",
  "-1 * * * *",
  "0 0 31 2,4 *",
  "@daily",
])("%j is not cron, or never comes", (text) => {
  expect(parseCron(text)).toBeNull();
});

test("Sunday is 0 and 7, steps start at the lowest value", () => {
  const cron = parseCron("*/25 1-5/2 * * 5-7");
  expect(cron).toMatchObject({ minutes: [0, 25, 50], hours: [1, 3, 5], weekdays: [0, 5, 6], eitherDay: false });
});
