import { expect, test } from "vitest";
import { FrozenSettings, isTimezone, isWorkspaceTimezone, Settings, TriggerConfig } from "./index.ts";

const OLD_ICU =
  "ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST".split(" ");

test.each(OLD_ICU)("L2: %s is an abbreviation that Intl takes, and no time zone", (zone) => {
  expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
  expect(isTimezone(zone)).toBe(false);
});

test.each(["+02:00", "+0200", "-05", "GMT+2", "UTC+2", "Z", "", " ", "Mars/Olympus", "Etc/Unknown", "SystemV/PST8"])(
  "L2: “%s” is no time zone",
  (zone) => expect(isTimezone(zone)).toBe(false),
);

test.each(["US/Pacific-New", "Europe/Berlin ", "2026-01-01T00:00[Europe/Berlin]", `Europe/${"x".repeat(200)}`])(
  "L2: neither is %s",
  (zone) => expect(isTimezone(zone)).toBe(false),
);

test.each([
  "Europe/Berlin",
  "europe/berlin",
  "Asia/Calcutta",
  "US/Pacific",
  "Etc/GMT+5",
  "UTC",
  "GMT",
  "Japan",
  "America/Argentina/Ushuaia",
])("L2: %s is one, for a workspace as well", (zone) =>
  expect([isTimezone(zone), isWorkspaceTimezone(zone)]).toEqual([true, true]),
);

test.each(["EST", "MST", "HST", "CET", "EET", "WET", "MET", "PST8PDT"])(
  "L11: %s is one of the tz database, but not for a workspace: SQL reads it as an abbreviation",
  (zone) => expect([isTimezone(zone), isWorkspaceTimezone(zone)]).toEqual([true, false]),
);

test("L2: a schedule and the settings take no other zone; the error names the field", () => {
  const schedule = (timezone: string) =>
    TriggerConfig.safeParse({ triggerType: "SCHEDULE", triggerConfig: { cron: "0 9 * * *", timezone } });
  expect(schedule("America/Los_Angeles").success).toBe(true);
  expect(schedule("PST").error?.issues.map(({ path }) => path.join("."))).toEqual(["triggerConfig.timezone"]);
  expect(Settings.safeParse({ timezone: "PST" }).error?.issues.map(({ path }) => path.join("."))).toEqual(["timezone"]);
});

test("L2: a zone frozen before it was checked does not take the other settings of the version with it", () => {
  expect(FrozenSettings.parse({ timezone: "PST", reEntry: "every", maxDuration: 3 })).toEqual({
    timezone: "PST",
    reEntry: "every",
    maxDuration: 3,
  });
});
