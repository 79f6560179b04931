import { expect, test } from "vitest";
import type { JsonObject } from "#journey";
import { HOUR_MS } from "#times";
import { chain, EXIT_STEP, START, START_STEP, sketch } from "../testing/build.ts";
import { findProblems } from "./index.ts";

function past(type: "WAIT" | "TRIGGER", config: JsonObject, now = START, timezone = "UTC"): string[] {
  const steps =
    type === "WAIT"
      ? { start: START_STEP, step: { type, config }, exit: EXIT_STEP }
      : { start: START_STEP, step: { type, config }, exit: EXIT_STEP };
  const links =
    type === "WAIT" ? chain("start", "step", "exit") : [...chain("start", "exit"), ...chain("step", "exit")];
  const catalog = { content: null, segments: null, events: null, time: { now, timezone } };
  const found = findProblems(sketch({ steps, links }), catalog).filter(({ code }) => code === "past_date");
  expect(found.every(({ severity }) => severity === "warning")).toBe(true);
  return found.map(({ field }) => field ?? "");
}

const until = (at: string, zone?: string) => ({ until: { at }, ...(zone === undefined ? {} : { zone }) });
const schedule = (triggerConfig: JsonObject) => ({ triggerType: "SCHEDULE", triggerConfig });

test("S7 L6: a wait until a date that is past for everybody is a warning at its field", () => {
  expect(past("WAIT", until("2026-03-01T09:00:00Z"))).toEqual(["config.until.at"]);
  expect(past("WAIT", until("2026-03-01"))).toEqual(["config.until.at"]);
  expect(past("WAIT", until("2026-03-02T09:00:01Z"))).toEqual([]);
});

test("S7: without an offset it is past once it is past where the day ends last, or in the zone that the step names", () => {
  expect(past("WAIT", until("2026-03-02T08:00"))).toEqual([]);
  expect(past("WAIT", until("2026-03-02T08:00"), START + 12 * HOUR_MS)).toEqual(["config.until.at"]);
  expect(past("WAIT", until("2026-03-02T08:00", "Asia/Tokyo"))).toEqual(["config.until.at"]);
  expect(past("WAIT", until("2026-03-02T08:00", "workspace"), START, "America/New_York")).toEqual([]);
});

test("S7 L6: a schedule that never runs is a warning, one that does is none", () => {
  expect(past("TRIGGER", schedule({ at: "2026-03-02T08:00" }))).toEqual(["config.triggerConfig.at"]);
  expect(past("TRIGGER", schedule({ at: "2026-03-02T08:00", timezone: "America/New_York" }))).toEqual([]);
  expect(past("TRIGGER", schedule({ cron: "0 9 29 2 *" }))).toEqual([]);
});

test("S7: without a clock nobody says that a date is past", () => {
  const steps = { start: START_STEP, step: { type: "WAIT" as const, config: until("2020-01-01") }, exit: EXIT_STEP };
  const document = sketch({ steps, links: chain("start", "step", "exit") });
  expect(findProblems(document, { content: null, segments: null, events: null })).toEqual([]);
});
