import { describe, expect, test } from "vitest";
import type { JsonObject } from "#journey";
import { nodeKinds } from "#journey";
import { sayTransition } from "#words";
import { compile, DATES_FORMAT, waitUntil } from "./index.ts";
import { findProblems } from "./problems/index.ts";
import { chain, EXIT_STEP, idOf, run, START, START_STEP, sketch } from "./testing/build.ts";

const journey = (config: JsonObject, settings: JsonObject = {}) =>
  sketch({
    steps: { start: START_STEP, w: { type: "WAIT", config }, exit: EXIT_STEP },
    links: chain("start", "w", "exit"),
    settings,
  });

/** When the wait ends, and its receipt. */
function wait(config: JsonObject, traits: JsonObject, settings: JsonObject = {}) {
  const simulation = run(journey(config, settings), { timezone: "Europe/Berlin" });
  simulation.change("p", { traits });
  simulation.track("p", "in");
  simulation.runTo(START + 40 * 86_400_000);
  const hop = simulation.report.enrollments[0]?.hops.find(({ cause }) => cause === "timer");
  return { at: hop === undefined ? null : new Date(hop.at).toISOString().slice(0, 16), receipt: hop?.receipt, hop };
}

const noon = { until: { time: "12:00" } };
const newYork = { timezone: "America/New_York" };

describe("S24: whose clock a wait goes by", () => {
  test.each([
    ["the person's, unless said", noon, newYork, {}, "2026-03-02T17:00", "America/New_York", "person"],
    [
      "the journey's, where the person has none",
      noon,
      {},
      { timezone: "Asia/Tokyo" },
      "2026-03-03T03:00",
      "Asia/Tokyo",
      "journey",
    ],
    ["the workspace's, where nobody has any", noon, {}, {}, "2026-03-02T11:00", "Europe/Berlin", "workspace"],
    [
      "the workspace's, where the step says so",
      { ...noon, zone: "workspace" },
      newYork,
      { timezone: "Asia/Tokyo" },
      "2026-03-02T11:00",
      "Europe/Berlin",
      "workspace",
    ],
    [
      "the one that the step names",
      { ...noon, zone: "Asia/Tokyo" },
      newYork,
      {},
      "2026-03-03T03:00",
      "Asia/Tokyo",
      "step",
    ],
    [
      "the person's, where the step says so",
      { ...noon, zone: "person" },
      newYork,
      {},
      "2026-03-02T17:00",
      "America/New_York",
      "person",
    ],
  ])("%s", (_, config, traits, settings, at, zone, zoneFrom) => {
    const found = wait(config, traits, settings);
    expect(found).toMatchObject({ at, receipt: { zone, zoneFrom } });
    const { journeyTimezone = null } = { journeyTimezone: (settings as JsonObject).timezone as string };
    const foretold = waitUntil(config, { traits, journeyTimezone, workspaceTimezone: "Europe/Berlin", now: START });
    expect(new Date(foretold ?? 0).toISOString().slice(0, 16)).toBe(at);
  });

  test.each(["GMT+2", "Eastern Time (US & Canada)", 5])(
    "a trait that is no zone (%s) falls back, and the receipt says so",
    (timezone) => {
      const { at, receipt, hop } = wait(noon, { timezone });
      expect(at).toBe("2026-03-02T11:00");
      expect(receipt).toMatchObject({
        zone: "Europe/Berlin",
        zoneFrom: "workspace",
        unreadableZone: JSON.stringify(timezone),
      });
      expect(sayTransition({ cause: hop?.cause ?? "", receipt: hop?.receipt ?? {}, from: null, to: null })).toContain(
        "time zone Europe/Berlin, the workspace’s zone, because the trait “timezone” is",
      );
    },
  );

  test("the window and days of the wait go by the same clock", () => {
    const window = { days: ["tue"], from: "09:00", to: "10:00" };
    expect(wait({ window, zone: "Asia/Tokyo" }, newYork).at).toBe("2026-03-03T00:00");
    const late = { duration: "27d", zone: "Europe/Berlin" };
    expect(wait(late, newYork)).toMatchObject({ at: "2026-03-29T08:00", receipt: { zoneFrom: "step" } });
  });

  test("a wait that no clock decides says nothing of zones", () => {
    for (const config of [{ duration: "2h" }, { duration: "3d" }, { until: { at: "2026-03-05T09:00:00Z" } }])
      expect(wait(config, newYork).receipt).toEqual({ due: expect.any(Number) });
  });

  test("a zone that is none is a problem at its field, and older workers leave the version alone", () => {
    const problems = findProblems(journey({ ...noon, zone: "PST" }), { content: null, segments: null, events: null });
    expect(problems.map(({ code, field }) => [code, field])).toContainEqual(["bad_config", "config.zone"]);
    const ids = { versionId: idOf("v"), journeyId: idOf("j") };
    expect(compile(journey({ ...noon, zone: "workspace" }), ids).format).toBe(DATES_FORMAT);
    expect(compile(journey(noon), ids).format).toBe(1);
    expect(nodeKinds.WAIT.summary({ ...noon, zone: "Asia/Tokyo" })).toBe("Until 12:00 (Asia/Tokyo)");
  });
});
