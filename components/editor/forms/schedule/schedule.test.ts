import { describe, expect, test } from "vitest";
import { cronWords } from "./cron-words.ts";
import { cronOf, readSchedule } from "./schedule-ways.ts";

describe("a schedule in the form", () => {
  test.each(["5 * * * *", "30 9 * * *", "0 9 * * mon,fri", "15 18 31 * *"])("%s comes back as it was", (cron) => {
    expect(cronOf(readSchedule({ cron }))).toBe(cron);
  });

  test("weekdays written as numbers are read as names", () => {
    expect(readSchedule({ cron: "0 9 * * 1,5" })).toMatchObject({ way: "weekly", weekdays: ["mon", "fri"] });
  });

  test("what the fields cannot say stays an expression", () => {
    for (const cron of ["*/5 * * * *", "0 9 1 1 *", "0 9 1 * mon", "nonsense", "0 9 0 * *"])
      expect(readSchedule({ cron }).way).toBe("custom");
    expect(readSchedule({ at: "2027-01-01T09:00" }).way).toBe("once");
  });
});

describe("a cron expression in words", () => {
  test.each([
    ["0 9 * * 1", "At 09:00, on Mondays."],
    ["30 9,17 * * mon-fri", "At 09:30 and 17:30, on weekdays."],
    ["*/15 * * * *", "Every 15 minutes, every day."],
    ["5 * * * *", "Every hour at :05, every day."],
    ["0 8 1 jan,jul *", "At 08:00, on day 1 of the month, in January and July."],
    ["0 8 1 * fri", "At 08:00, on day 1 of the month or on Fridays."],
    ["*/10 9-17 * * *", "Every 10 minutes of the hours 09 to 17, every day."],
    ["0 9 * * 0,6", "At 09:00, on Saturdays and Sundays."],
  ])("%s", (cron, words) => {
    expect(cronWords(cron)).toBe(words);
  });

  test("there are none for what is no cron expression", () => {
    expect(cronWords("61 * * * *")).toBeNull();
  });
});
