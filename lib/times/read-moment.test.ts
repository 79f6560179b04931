import { expect, it, vi } from "vitest";
import { momentOf } from "./index.ts";

const read = (value: unknown) => {
  const at = momentOf(value, "UTC");
  return at === null ? null : new Date(at).toISOString();
};

it.each<[string, unknown, string]>([
  ["with Z", "2026-03-02T08:59:00Z", "2026-03-02T08:59:00.000Z"],
  ["with milliseconds", "2026-03-02T08:59:00.123Z", "2026-03-02T08:59:00.123Z"],
  ["with nanoseconds", "2026-03-02T08:59:00.123456789Z", "2026-03-02T08:59:00.123Z"],
  ["with a comma", "2026-03-02T08:59:00,5Z", "2026-03-02T08:59:00.500Z"],
  ["with an offset", "2026-03-02T08:59:00+02:00", "2026-03-02T06:59:00.000Z"],
  ["with an offset of hours alone", "2026-03-02 08:59:00-05", "2026-03-02T13:59:00.000Z"],
  ["with an offset without a colon", "2026-03-02T08:59:00.5+0530", "2026-03-02T03:29:00.500Z"],
  ["with an offset and a zone", "2026-03-02T08:59:00+01:00[Europe/Berlin]", "2026-03-02T07:59:00.000Z"],
  ["with a zone alone", "2026-07-02T08:59:00[Europe/Berlin]", "2026-07-02T06:59:00.000Z"],
  ["without seconds", "2026-03-02T08:59Z", "2026-03-02T08:59:00.000Z"],
  ["in the basic form", "20260302T085900Z", "2026-03-02T08:59:00.000Z"],
  ["of a leap second", "2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000Z"],
  ["of a day", "2026-03-02", "2026-03-02T00:00:00.000Z"],
  ["before 1970", "1961-04-12T06:07:00Z", "1961-04-12T06:07:00.000Z"],
  ["in seconds", 1_795_990_000, "2026-11-29T22:06:40.000Z"],
  ["in seconds with a fraction", 1_795_990_000.25, "2026-11-29T22:06:40.250Z"],
  ["in milliseconds", 1_795_990_000_000, "2026-11-29T22:06:40.000Z"],
  ["of the year 2103 in seconds", 4_199_999_999, "2103-02-04T02:39:59.000Z"],
  ["of 1970 in milliseconds", 4_200_000_000, "1970-02-18T14:40:00.000Z"],
])("F10 S6 S8 L3 L5: a time %s is read", (_what, value, expected) => {
  expect(read(value)).toBe(expected);
});

it.each<[string, unknown]>([
  ["a word", "yesterday"],
  ["a date as people write it", "March 2, 2026"],
  ["a date of a mail", "Mon, 02 Mar 2026 08:59:00 GMT"],
  ["a day that there is not", "2026-02-30T09:00:00Z"],
  ["a month that there is not", "2026-13-01"],
  ["an hour that there is not", "2026-03-02T24:00:00Z"],
  ["a zone that there is not", "2026-03-02T08:59:00[Mars/Base]"],
  ["a year before 1900", "1899-12-31T23:59:59Z"],
  ["the year 26", "0026-03-02T08:59:00Z"],
  ["an offset that there is not", "2026-03-02T08:59:00+99:00"],
  ["microseconds", 1_795_990_000_000_000],
  ["nothing finite", Number.NaN],
  ["digits as text", "1795990000"],
  ["an object", { seconds: 1 }],
  ["true", true],
])("S8 L5 L13: %s is no time", (_what, value) => {
  expect(read(value)).toBeNull();
});

it("S8: a time without an offset is UTC wherever the server stands", () => {
  vi.stubEnv("TZ", "America/New_York");
  try {
    expect(new Date(2026, 2, 2, 8, 59).toISOString()).toBe("2026-03-02T13:59:00.000Z");
    expect(read("2026-03-02T08:59:00")).toBe("2026-03-02T08:59:00.000Z");
    expect(read("2026-03-02 08:59")).toBe("2026-03-02T08:59:00.000Z");
  } finally {
    vi.unstubAllEnvs();
  }
});

it("every day from 1900 to 2200 is the day it is written as", () => {
  const wrong: string[] = [];
  for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2200, 0, 1); at += 86_400_000) {
    const text = new Date(at).toISOString();
    if (momentOf(text, "UTC") !== at || momentOf(text.slice(0, 10), "UTC") !== at) wrong.push(text);
  }
  expect(wrong).toEqual([]);
});
