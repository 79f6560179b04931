import { describe, expect, it } from "vitest";
import type { Journey } from "#data";
import { patchOf, SettingsValues, valuesOf } from "./values.ts";

const journey = (over: Partial<Journey>): Journey =>
  ({
    name: "Welcome",
    description: null,
    audienceId: null,
    settings: {},
    goalConfig: null,
    allowAnonymous: false,
    ...over,
  }) as Journey;

const roundTrip = (input: Journey) => patchOf(valuesOf(input), input);

describe("settings of a journey", () => {
  it("come back as they were", () => {
    const settings = {
      reEntry: "restart",
      entryConditions: { filter: { plan: "pro", seats: 5 } },
      maxDuration: "14d",
      exitConditions: [{ eventName: "user.signout" }],
    };
    const goalConfig = {
      type: "event" as const,
      config: { eventName: "app.paid" },
      deadline: 7,
      exitOnGoal: false,
      window: "2w",
    };
    expect(roundTrip(journey({ settings, goalConfig, audienceId: "s1" }))).toMatchObject({
      settings,
      goalConfig,
      audienceId: "s1",
    });
  });

  it("come back with how messages are sent, and a rate is dropped when it is emptied", () => {
    const input = journey({ settings: { reEntry: "once", sending: { priority: 9, perMinute: 600 } } });
    expect(roundTrip(input).settings).toEqual(input.settings);
    const emptied = { ...valuesOf(input), perMinute: "" };
    expect(patchOf(emptied, input).settings).toMatchObject({ sending: { priority: 9 } });
    expect(SettingsValues.safeParse({ ...emptied, perMinute: "1.5" }).error?.issues[0]?.path).toEqual(["perMinute"]);
  });

  it("come back with limits on entry and what a pause does, and drop them when emptied", () => {
    const settings = {
      reEntry: "every",
      minDaysSinceLastJourney: { days: 7, scope: "journey" },
      instanceKey: "orderId",
      exitConditions: [{ expression: "person.stage == 'lost'" }],
      onResume: "shift",
    };
    const input = journey({ settings });
    expect(roundTrip(input).settings).toEqual(settings);
    const emptied = { ...valuesOf(input), minDays: "", instanceKey: "", exits: [], onResume: "fire" as const };
    expect(patchOf(emptied, input).settings).toEqual({ reEntry: "every", onResume: "fire" });
    expect(roundTrip(journey({ settings: { minDaysSinceLastJourney: 3 } })).settings).toMatchObject({
      minDaysSinceLastJourney: 3,
    });
  });

  it("S21: days of the calendar come back as written, and 24 hours are a bare number", () => {
    for (const minDaysSinceLastJourney of [
      2,
      { days: 2, calendarDays: true },
      { days: 2, scope: "journey", calendarDays: true },
    ])
      expect(roundTrip(journey({ settings: { minDaysSinceLastJourney } })).settings).toMatchObject({
        minDaysSinceLastJourney,
      });
  });

  it("keep entry conditions that the form cannot show", () => {
    const entryConditions = { segments: ["beta"], expression: "traits.plan == 'pro'" };
    expect(valuesOf(journey({ settings: { entryConditions } })).entryMode).toBe("kept");
    expect(roundTrip(journey({ settings: { entryConditions } })).settings).toMatchObject({ entryConditions });
  });

  it("take a plain map as equality on the event's properties", () => {
    const values = valuesOf(journey({ settings: { entryConditions: { plan: "pro" } } }));
    expect(values).toMatchObject({ entryMode: "map", entryPairs: [{ name: "plan", text: "pro" }] });
  });

  it("read a bare number of maxDuration as days", () => {
    expect(valuesOf(journey({ settings: { maxDuration: 30 } })).maxDuration).toBe("30d");
  });

  it("drop what is emptied", () => {
    const input = journey({
      settings: { maxDuration: "3d", timezone: "Europe/Bern", entryConditions: { plan: "pro" } },
    });
    const values = { ...valuesOf(input), maxDuration: "", timezone: "", entryMode: "all" as const };
    expect(patchOf(values, input).settings).toEqual({ reEntry: "once" });
  });
});

describe("errors at the field", () => {
  const errorsOf = (over: Partial<SettingsValues>) => {
    const result = SettingsValues.safeParse({ ...valuesOf(journey({})), ...over });
    return result.success ? [] : result.error.issues.map((issue) => issue.path.join("."));
  };

  it("S18: say what is no duration for the time a goal counts afterwards", () => {
    expect(errorsOf({ goalType: "event", goalEvent: "paid", goalWindow: "soon" })).toEqual(["goalWindow"]);
    expect(errorsOf({ goalType: "event", goalEvent: "paid", goalWindow: "0d" })).toEqual([]);
  });

  it("name what a goal is missing", () => {
    expect(errorsOf({ goalType: "event" })).toEqual(["goalEvent"]);
    expect(errorsOf({ goalType: "page_visit" })).toEqual(["goalPattern"]);
    expect(errorsOf({ goalType: "attribute_match", goalAttribute: "plan" })).toEqual([]);
  });

  it("refuse a duration and a zone nobody knows", () => {
    expect(errorsOf({ maxDuration: "soon" })).toEqual(["maxDuration"]);
    expect(errorsOf({ timezone: "Mars/Olympus" })).toEqual(["timezone"]);
    expect(errorsOf({ maxDuration: "2w", timezone: "Europe/Berlin" })).toEqual([]);
  });

  it("ask to finish rules", () => {
    expect(errorsOf({ entryMode: "rules" })).toEqual(["entryRules"]);
    expect(errorsOf({ entryMode: "expression" })).toEqual(["entryExpression"]);
  });
});
