import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { isTimezone } from "#journey";
import { nextScheduled, personZone, waitUntil } from "./index.ts";

const now = Temporal.Instant.from("2026-03-02T12:00:00Z").epochMilliseconds;

test("L2: Temporal computes in every zone that may be entered", () => {
  const refused = Intl.supportedValuesOf("timeZone")
    .filter(isTimezone)
    .filter((zone) => {
      try {
        Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
        return false;
      } catch {
        return true;
      }
    });
  expect(refused).toEqual([]);
  expect(Intl.supportedValuesOf("timeZone").filter((zone) => !isTimezone(zone))).toEqual([]);
});

test.each(["IST", "PST", "+02:00", "GMT+2", "Eastern Time (US & Canada)", "", 7, null])(
  "L2: the trait %j is no zone: the journey's counts, then the workspace's",
  (timezone) => {
    expect(personZone({ timezone }, "Asia/Tokyo", "Europe/Berlin")).toBe("Asia/Tokyo");
    expect(personZone({ timezone }, null, "Europe/Berlin")).toBe("Europe/Berlin");
  },
);

test("L2: a journey's or a workspace's zone from before it was checked fails nobody: the next one counts, at last UTC", () => {
  expect(personZone({}, "PST", "Europe/Berlin")).toBe("Europe/Berlin");
  expect(personZone({}, null, "PST")).toBe("UTC");
  expect(personZone({}, "+02:00", "UTC")).toBe("+02:00");
  const config = { until: { time: "09:00" } };
  const person = { traits: { timezone: "IST" }, journeyTimezone: "PST", workspaceTimezone: "JST", now };
  expect(waitUntil(config, person)).toBe(Temporal.Instant.from("2026-03-03T09:00:00Z").epochMilliseconds);
});

test("L2: a schedule in a zone that no clock knows is not moved to another one", () => {
  expect(() => nextScheduled({ cron: "0 9 * * *", timezone: "PST" }, "UTC", now)).toThrow("PST");
  expect(nextScheduled({ cron: "0 9 * * *", timezone: "+02:00" }, "UTC", now)).toBe(
    Temporal.Instant.from("2026-03-03T07:00:00Z").epochMilliseconds,
  );
});
