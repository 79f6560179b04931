import { describe, expect, test } from "vitest";
import { nextScheduled } from "./cron.ts";

const at = (text: string) => Date.parse(text);
/** The next `count` times, as ISO text. */
function next(cron: string, timezone: string, from: string, count: number): string[] {
  const found: string[] = [];
  let after = at(from);
  for (let index = 0; index < count; index += 1) {
    const moment = nextScheduled({ cron, timezone }, "UTC", after);
    if (moment === null) break;
    found.push(new Date(moment).toISOString().replace(":00.000Z", "Z"));
    after = moment;
  }
  return found;
}

describe("a schedule", () => {
  test.each([
    ["0 9 * * mon-fri", "2026-03-06T10:00Z", ["2026-03-09T09:00Z", "2026-03-10T09:00Z"]],
    ["*/20 8-9 * * *", "2026-03-02T08:30Z", ["2026-03-02T08:40Z", "2026-03-02T09:00Z", "2026-03-02T09:20Z"]],
    ["0 0 29 2 *", "2026-03-01T00:00Z", ["2028-02-29T00:00Z", "2032-02-29T00:00Z"]],
    ["0 0 31 * *", "2026-03-31T00:00Z", ["2026-05-31T00:00Z", "2026-07-31T00:00Z"]],
    ["15 6 1,15 jan *", "2026-01-15T06:15Z", ["2027-01-01T06:15Z"]],
    ["0 12 * * 7", "2026-03-02T00:00Z", ["2026-03-08T12:00Z"]],
  ])("%s after %s", (cron, from, wanted) => {
    expect(next(cron, "UTC", from, wanted.length)).toEqual(wanted);
  });

  test("with both days given runs on either", () => {
    expect(next("0 0 13 * fri", "UTC", "2026-03-07T00:00Z", 3)).toEqual([
      "2026-03-13T00:00Z",
      "2026-03-20T00:00Z",
      "2026-03-27T00:00Z",
    ]);
  });

  test("keeps its wall time through both changes of the clocks", () => {
    expect(next("0 9 * * *", "Europe/Berlin", "2026-03-28T00:00Z", 2)).toEqual([
      "2026-03-28T08:00Z",
      "2026-03-29T07:00Z",
    ]);
    expect(next("0 9 * * *", "America/Santiago", "2026-04-04T00:00Z", 2)).toEqual([
      "2026-04-04T12:00Z",
      "2026-04-05T13:00Z",
    ]);
  });

  test("a time that the clocks skip moves on, one they show twice comes once", () => {
    expect(next("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00Z", 2)).toEqual([
      "2026-03-29T01:30Z",
      "2026-03-30T00:30Z",
    ]);
    expect(next("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00Z", 2)).toEqual([
      "2026-10-25T00:30Z",
      "2026-10-26T01:30Z",
    ]);
  });

  test("what runs every hour runs every hour, whatever the clocks do", () => {
    expect(next("0 * * * *", "Europe/Berlin", "2026-03-29T00:00Z", 3)).toEqual([
      "2026-03-29T01:00Z",
      "2026-03-29T02:00Z",
      "2026-03-29T03:00Z",
    ]);
    expect(next("30 * * * *", "Europe/Berlin", "2026-10-24T23:30Z", 4)).toEqual([
      "2026-10-25T00:30Z",
      "2026-10-25T01:30Z",
      "2026-10-25T02:30Z",
      "2026-10-25T03:30Z",
    ]);
    expect(next("*/30 * * * *", "Australia/Lord_Howe", "2026-04-04T14:00Z", 4)).toEqual([
      "2026-04-04T14:30Z",
      "2026-04-04T15:00Z",
      "2026-04-04T15:30Z",
      "2026-04-04T16:00Z",
    ]);
  });

  test("once at a date, by the clock of the workspace unless it says otherwise", () => {
    const local = { at: "2026-05-01T09:00" };
    expect(nextScheduled(local, "Asia/Tokyo", at("2026-04-01T00:00Z"))).toBe(at("2026-05-01T00:00Z"));
    expect(nextScheduled({ ...local, timezone: "UTC" }, "Asia/Tokyo", at("2026-04-01T00:00Z"))).toBe(
      at("2026-05-01T09:00Z"),
    );
    expect(nextScheduled({ at: "2026-05-01T09:00+02:00" }, "UTC", at("2026-05-01T06:59Z"))).toBe(
      at("2026-05-01T07:00Z"),
    );
    expect(nextScheduled(local, "UTC", at("2026-05-01T09:00Z"))).toBeNull();
  });
});
