import { expect, test } from "vitest";
import type { TimeseriesDay } from "#data";
import { faultOf, lastDays, localDay, periodRows, previousOf } from "./range.ts";

const nothing = { completed: 0, stopped: 0, failed: 0, converted: 0, value: 0 };
const day = (date: string, enrolled: number): TimeseriesDay => ({ day: date, enrolled, ...nothing });

test("the previous period is as long and ends the day before, also over a month and a leap day", () => {
  expect(lastDays(7, "2028-03-03")).toEqual({ from: "2028-02-26", to: "2028-03-03" });
  expect(previousOf({ from: "2028-02-26", to: "2028-03-03" })).toEqual({ from: "2028-02-19", to: "2028-02-25" });
});

test("a version stands in the period in which it was published by the workspace's clock", () => {
  const weeks = [day("2026-03-02", 3), day("2026-03-09", 5)];
  const versions = [
    { number: 1, createdAt: "2025-01-01T00:00:00Z" },
    // Already Monday in Tokyo.
    { number: 3, createdAt: "2026-03-08T16:00:00Z" },
    { number: 2, createdAt: "2026-03-10T00:00:00Z" },
    { number: 4, createdAt: "2026-03-20T00:00:00Z" },
  ];
  const rows = periodRows(weeks, [day("2026-02-16", 1)], versions, { timeZone: "Asia/Tokyo", to: "2026-03-15" });
  expect(rows.map(({ published, enrolledBefore }) => [published, enrolledBefore])).toEqual([
    ["", 1],
    ["v2, v3", 0],
  ]);
  expect(localDay("2026-03-08T16:00:00Z", "Nowhere/At_all")).toBe("2026-03-08");
});

test.each([
  [{ from: "2026-03-01", to: "2026-03-02" }, null],
  [{ from: "2026-03-01", to: "" }, "Give both dates."],
  [{ from: "2026-03-02", to: "2026-03-01" }, "The last day is before the first."],
  [{ from: "2026-04-02", to: "2026-04-03" }, "The first day is in the future."],
  [{ from: "2020-01-01", to: "2026-03-01" }, "At most 731 days."],
])("a typed range %j: %s", (range, fault) => {
  expect(faultOf(range, "2026-03-05")).toBe(fault);
});
