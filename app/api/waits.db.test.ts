import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import type { Explanation } from "#services/explain";
import type { TestRun } from "#services/trials";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { later, onEvent, pathsOf, published, settle, track, type Walked } from "./testing/walk.ts";

type Answer = { data: z.infer<typeof Explanation> };

const ZONE = "Pacific/Auckland";

let api: ApiFixture;
let serial = 0;
beforeAll(async () => {
  api = await apiFixture();
});

const exit = { type: "EXIT", name: "end", config: {} };

/** A person in Auckland whose plan ends on a date, at a wait of this kind. */
async function waiting(config: Record<string, unknown>, traits: Record<string, unknown> = {}) {
  serial += 1;
  const userId = `u${serial}`;
  const person = { externalId: userId, traits: { timezone: ZONE, renewsAt: "2027-05-20", ...traits } };
  const made = await api.call<{ data: { id: string } }>("POST /api/people", { body: person });
  const journey = await published(api, [onEvent(`in ${serial}`), { type: "WAIT", name: "pause", config }, exit]);
  await track(api, `in ${serial}`, [userId]);
  return { journey, userId, personId: made.body.data.id };
}
const explain = async ({ id }: Walked, userId: string) =>
  (await api.call<Answer>(`GET /api/journeys/${id}/explain?userId=${userId}`)).body.data;
const until = async (journey: Walked, userId: string) => (await explain(journey, userId)).waiting?.until ?? null;
const change = async (userId: string, traits: Record<string, unknown>) => {
  await api.call(`PATCH /api/people/${userId}`, { body: { traits } });
  await settle(api);
};

/** What a clock on the wall there shows, as `Mon 2027-05-17 09:30`. */
function onTheWall(moment: string | null, zone = ZONE): string {
  if (moment === null) return "never";
  const shown = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(moment));
  const of = (type: string) => shown.find((part) => part.type === type)?.value;
  return `${of("weekday")} ${of("year")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")}`;
}

describe("until when somebody waits, by their own clock", () => {
  test.each([
    [
      "a date trait less three days, at a time",
      { until: { trait: "renewsAt", offset: "-3d", time: "09:30" } },
      /^Mon 2027-05-17 09:30$/,
    ],
    ["a date trait and two hours", { until: { trait: "renewsAt", offset: "2h" } }, /^Thu 2027-05-20 02:00$/],
    ["a date", { until: { at: "2027-03-01T07:00" } }, /^Mon 2027-03-01 07:00$/],
    ["a weekday at a time", { until: { weekdays: ["mon"], time: "08:15" } }, /^Mon .* 08:15$/],
    ["a time of day", { until: { time: "23:59" } }, /23:59$/],
    [
      "a day, and then the hours in which to go on",
      { duration: "1d", window: { days: ["sat", "sun"], from: "10:00", to: "12:00" } },
      /^(Sat|Sun) .* 1[01]:\d\d$/,
    ],
    ["a month by the calendar", { duration: { months: 1 } }, /./],
  ])("%s: told beforehand for a chosen person, told while waiting, and kept", async (_, config, wall) => {
    const { journey, userId, personId } = await waiting(config);
    const due = await until(journey, userId);
    expect(onTheWall(due)).toMatch(wall);
    const run = await api.call<{ data: TestRun }>(`POST /api/journeys/${journey.id}/test`, { body: { personId } });
    const foretold = run.body.data.steps.at(-1)?.at ?? null;
    // The test run begins a moment later than the enrollment did, so a duration ends that much later.
    expect(Math.abs(Date.parse(foretold ?? "") - Date.parse(due ?? ""))).toBeLessThan(60_000);
    const left = Date.parse(due ?? "") - Date.now();
    await later(api, left - 1_000);
    expect(await pathsOf(api, journey)).toEqual([["start", "pause"]]);
    await later(api, left + 1_000);
    expect(await pathsOf(api, journey)).toEqual([["start", "pause", "end"]]);
  });
});

test("R23 a date that moves moves the wait; without it people wait for it, and one that is past lets them go on", async () => {
  const { journey, userId } = await waiting({ until: { trait: "renewsAt", offset: "-1d" } });
  expect(onTheWall(await until(journey, userId))).toBe("Wed 2027-05-19 00:00");
  await change(userId, { renewsAt: "2027-08-01" });
  expect(onTheWall(await until(journey, userId))).toBe("Sat 2027-07-31 00:00");
  await change(userId, { timezone: "Europe/Berlin" });
  expect(onTheWall(await until(journey, userId), "Europe/Berlin")).toBe("Sat 2027-07-31 00:00");
  await change(userId, { renewsAt: null });
  const { waiting: stands } = await explain(journey, userId);
  expect([stands?.until, stands?.for.map(({ text }) => text).join()]).toEqual([
    null,
    expect.stringContaining("renewsAt"),
  ]);
  await later(api, 400 * DAY_MS);
  expect(await pathsOf(api, journey)).toEqual([["start", "pause"]]);
  await change(userId, { renewsAt: "2020-01-01" });
  expect(await pathsOf(api, journey)).toEqual([["start", "pause", "end"]]);
});

test("a zone that is none falls back to the journey's, and that to the workspace's", async () => {
  const config = { until: { at: "2027-03-01T07:00" } };
  const { journey, userId } = await waiting(config, { timezone: "Mars/Olympus" });
  expect(onTheWall(await until(journey, userId), "UTC")).toBe("Mon 2027-03-01 07:00");
  await api.call(`PATCH /api/journeys/${journey.id}`, {
    body: { settings: { timezone: "Asia/Tokyo", reEntry: "restart" } },
  });
  await api.call(`POST /api/journeys/${journey.id}/publish`);
  await track(api, `in ${serial}`, [userId]);
  expect(onTheWall(await until(journey, userId), "Asia/Tokyo")).toBe("Mon 2027-03-01 07:00");
});
