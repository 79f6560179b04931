import { expect, test } from "vitest";
import { formatDuration, parseDuration, parseOffset } from "./durations.ts";

test.each([
  ["30m", { minutes: 30 }],
  ["1d2h30m10s", { days: 1, hours: 2, minutes: 30, seconds: 10 }],
  [45, { minutes: 45 }],
  ["45", { minutes: 45 }],
  ["2 weeks", { weeks: 2 }],
  [{ duration: 3, unit: "days" }, { days: 3 }],
  [{ duration: 1, unit: "hour" }, { hours: 1 }],
  [
    { years: 1, months: 2, seconds: 3 },
    { years: 1, months: 2, seconds: 3 },
  ],
])("%j is a duration", (written, parts) => {
  expect(parseDuration(written)).toEqual(parts);
});

test.each([
  "",
  "soon",
  "1x",
  "-1d",
  "1d1d",
  "1.5h",
  -5,
  1.5,
  {},
  [],
  null,
  { days: -1 },
  { duration: "1", unit: "days" },
  "200000d",
  { eons: 1 },
])("%j is not a duration", (written) => {
  expect(parseDuration(written)).toBeNull();
});

test.each([
  [45, "45m"],
  ["2d", "2d"],
  [{ weeks: 1, days: 2 }, "1w2d"],
  [{ years: 1, months: 2, days: 3 }, "1 year 2 months 3d"],
  ["0s", "0s"],
])("%j is printed as %s, which reads the same", (written, printed) => {
  expect(formatDuration(written)).toBe(printed);
  expect(formatDuration(printed)).toBe(printed);
});

test("an offset may point back", () => {
  expect(parseOffset("-1d")).toEqual({ sign: -1, duration: { days: 1 } });
  expect(parseOffset("5d")).toEqual({ sign: 1, duration: { days: 5 } });
  expect(parseOffset("before")).toBeNull();
});
