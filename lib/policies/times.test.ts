import { describe, expect, test } from "vitest";
import { NO_POLICIES, type SendingPolicies } from "./schema.ts";
import { isEverOpen, timeOfDay } from "./time-of-day.ts";

const quiet = (from: string, to: string): SendingPolicies => ({
  ...NO_POLICIES,
  quietHours: { from, to, channels: ["email"] },
});
const windows = (...list: readonly (readonly [days: readonly number[], from: string, to: string])[]) => ({
  ...NO_POLICIES,
  sendWindows: list.map(([days, from, to]) => ({ channel: "email" as const, days: [...days], from, to })),
});
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];

describe("quiet hours and send windows", () => {
  test.each<[what: string, policies: SendingPolicies, zone: string, now: string, at: string]>([
    ["before they begin", quiet("21:00", "08:00"), "UTC", "2026-03-02T20:59:59Z", "2026-03-02T20:59:59Z"],
    ["from their first moment", quiet("21:00", "08:00"), "UTC", "2026-03-02T21:00:00Z", "2026-03-03T08:00:00Z"],
    ["past midnight", quiet("21:00", "08:00"), "UTC", "2026-03-03T07:59:00Z", "2026-03-03T08:00:00Z"],
    [
      "at their last moment they are over",
      quiet("21:00", "08:00"),
      "UTC",
      "2026-03-03T08:00:00Z",
      "2026-03-03T08:00:00Z",
    ],
    ["within one day", quiet("12:00", "14:00"), "UTC", "2026-03-03T13:00:00Z", "2026-03-03T14:00:00Z"],
    [
      "in the zone of the person",
      quiet("21:00", "08:00"),
      "Asia/Tokyo",
      "2026-03-02T13:00:00Z",
      "2026-03-02T23:00:00Z",
    ],
    ["half hours of a zone", quiet("21:00", "08:00"), "Asia/Kolkata", "2026-03-02T16:00:00Z", "2026-03-03T02:30:00Z"],
    ["a night without 02:30", quiet("21:00", "02:30"), "Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T01:30:00Z"],
    ["a night of 23 hours", quiet("21:00", "08:00"), "Europe/Berlin", "2026-03-28T20:00:00Z", "2026-03-29T06:00:00Z"],
    ["a night of 25 hours", quiet("21:00", "08:00"), "Europe/Berlin", "2026-10-24T19:00:00Z", "2026-10-25T07:00:00Z"],
    [
      "02:30 twice is over at the first",
      quiet("21:00", "02:30"),
      "Europe/Berlin",
      "2026-10-24T23:00:00Z",
      "2026-10-25T00:30:00Z",
    ],
    ["in a window", windows([WORKDAYS, "09:00", "17:00"]), "UTC", "2026-03-02T16:59:00Z", "2026-03-02T16:59:00Z"],
    ["over the weekend", windows([WORKDAYS, "09:00", "17:00"]), "UTC", "2026-03-06T17:00:00Z", "2026-03-09T09:00:00Z"],
    [
      "a window past midnight is of the day it opens",
      windows([[5], "22:00", "02:00"]),
      "UTC",
      "2026-03-07T01:00:00Z",
      "2026-03-07T01:00:00Z",
    ],
    [
      "the next of several",
      windows([[3], "09:00", "10:00"], [[2], "18:00", "19:00"]),
      "UTC",
      "2026-03-02T12:00:00Z",
      "2026-03-03T18:00:00Z",
    ],
    ["to midnight", windows([EVERY_DAY, "18:00", "00:00"]), "UTC", "2026-03-02T23:59:00Z", "2026-03-02T23:59:00Z"],
    [
      "the window opens in quiet hours",
      { ...windows([EVERY_DAY, "07:00", "10:00"]), quietHours: { from: "21:00", to: "08:00", channels: ["email"] } },
      "UTC",
      "2026-03-02T12:00:00Z",
      "2026-03-03T08:00:00Z",
    ],
  ])("%s", (_, policies, zone, now, at) => {
    const found = timeOfDay(policies, "email", zone, Date.parse(now));
    expect(new Date(found.at).toISOString()).toBe(new Date(at).toISOString());
    expect(found.reasons.length > 0).toBe(now !== at);
  });

  test("other channels are not concerned", () => {
    const at = Date.parse("2026-03-02T22:00:00Z");
    expect(timeOfDay(quiet("21:00", "08:00"), "sms", "UTC", at)).toEqual({ at, reasons: [] });
  });

  test("windows within the quiet hours never open", () => {
    const policies = { ...windows([EVERY_DAY, "22:00", "23:00"]), quietHours: quiet("21:00", "08:00").quietHours };
    expect([isEverOpen(policies, "email"), isEverOpen(policies, "push")]).toEqual([false, true]);
  });
});

test("an answer that is remembered holds neither before nor after its time", () => {
  const policies = quiet("21:00", "08:00");
  const at = (time: string) => timeOfDay(policies, "email", "Asia/Tokyo", Date.parse(time)).reasons.length;
  // 20:59 and 21:00 on the 4th, 07:59 and 08:00 on the 5th, there.
  const times = ["2026-03-04T11:59:59Z", "2026-03-04T12:00:00Z", "2026-03-04T22:59:59Z", "2026-03-04T23:00:00Z"];
  const said = [0, 1, 1, 0];
  expect(times.map(at)).toEqual(said);
  expect(times.toReversed().map(at)).toEqual(said.toReversed());
});
