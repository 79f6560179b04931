import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "#runtime";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { drawn, later, onEvent, pathsOf, published, settle, track } from "./testing/walk.ts";

type Finding = { code: string; field: string };
type Refused = { errors: Finding[] };
type Days = { data: { day: string; enrolled: number }[] };

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const exit = { type: "EXIT", name: "end", config: {} };
const setZone = (zone: string) =>
  api.database.sql`update workspaces set timezone = ${zone} where id = ${api.workspaceId}`;

describe("a zone that is none", () => {
  test.each(["PST", "IST", "+02:00", "+0200", "US/Pacific-New", "CET", "EST", "Mars/Olympus", ""])(
    "L11: “%s” is refused as the zone of a workspace, and the field is named",
    async (timezone) => {
      const answer = await api.call<Refused>("PATCH /api/workspace", { body: { timezone } });
      expect(answer.status).toBe(422);
      expect(answer.body.errors.map(({ field }) => field)).toEqual(["timezone"]);
    },
  );

  test.each(["PST", "+02:00", "Mars/Olympus"])(
    "L2: “%s” in a schedule or the settings is not published",
    async (zone) => {
      const trigger = {
        type: "TRIGGER",
        name: "start",
        config: { triggerType: "SCHEDULE", triggerConfig: { cron: "0 9 * * *", timezone: zone } },
      };
      const findingsOf = async (nodes: Parameters<typeof drawn>[1], extra = {}) => {
        const journey = await drawn(api, nodes, extra);
        const answer = await api.call<Refused>(`POST /api/journeys/${journey.id}/publish`);
        expect(answer.status).toBe(422);
        return answer.body.errors.map(({ code, field }) => `${code} ${field}`);
      };
      expect(await findingsOf([trigger, exit])).toEqual([
        expect.stringMatching(/^bad_config .*triggerConfig\.timezone$/),
      ]);
      expect(await findingsOf([onEvent("go"), exit], { settings: { timezone: zone } })).toEqual([
        "bad_config settings.timezone",
      ]);
    },
  );

  test("L2: as a trait it fails nobody, neither on the way into a wait nor while they wait", async () => {
    await setZone("Asia/Tokyo");
    const wait = { type: "WAIT", name: "wait", config: { until: { time: "09:00" } } };
    const journey = await published(api, [onEvent("go"), wait, exit]);
    const trait = (userId: string, timezone: string) =>
      ingest(api.database, [{ workspaceId: api.workspaceId, type: "identify", userId, traits: { timezone } }]);
    await trait("before", "IST");
    await track(api, "go", ["before", "meanwhile"]);
    await trait("meanwhile", "PST");
    await settle(api);
    const wakes = await api.database.sql<{ hour: string }[]>`
      select to_char(wake_at at time zone 'Asia/Tokyo', 'HH24:MI') as hour
      from positions where journey_id = ${journey.id}`;
    expect(wakes.map(({ hour }) => hour)).toEqual(["09:00", "09:00"]);
    await later(api, DAY_MS);
    expect(await pathsOf(api, journey)).toEqual([
      ["start", "wait", "end"],
      ["start", "wait", "end"],
    ]);
  });

  test("L2: stored before it was checked, it stops nobody of the workspace", async () => {
    await setZone("PST");
    const wait = { type: "WAIT", name: "wait", config: { duration: "1d" } };
    const journey = await published(api, [onEvent("go"), wait, exit]);
    await track(api, "go", ["ada"]);
    await later(api, 2 * DAY_MS);
    expect(await pathsOf(api, journey)).toEqual([["start", "wait", "end"]]);
  });
});

describe("the days of the figures", () => {
  /** The day on which an enrollment of this moment counts. */
  async function dayOf(journeyId: string, at: Date): Promise<string | undefined> {
    await api.database.sql`
      update journey_counts set at = ${at.toISOString()} where journey_id = ${journeyId} and enrolled > 0`;
    const answer = await api.call<Days>(`GET /api/journeys/${journeyId}/timeseries?days=14`);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toHaveLength(14);
    return answer.body.data.find(({ enrolled }) => enrolled > 0)?.day;
  }

  const aWeekAgo = (time: string) => {
    const day = new Date(Date.now() - 7 * DAY_MS).toISOString().slice(0, 10);
    return { day, at: new Date(`${day}T${time}Z`) };
  };
  const dayAfter = (day: string) => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

  test("L11: a zone that SQL misreads or refuses, stored before it was checked, gives right days and no error", async () => {
    const journey = await published(api, [onEvent("go"), exit]);
    await track(api, "go", ["ada"]);
    const late = aWeekAgo("22:30:00");
    for (const [zone, day] of [
      ["+02:00", dayAfter(late.day)],
      ["+0200", dayAfter(late.day)],
      ["US/Pacific-New", late.day],
      ["PST", late.day],
      ["Asia/Tokyo", dayAfter(late.day)],
      ["UTC", late.day],
    ] as const) {
      await setZone(zone);
      expect([zone, await dayOf(journey.id, late.at)]).toEqual([zone, day]);
    }
  });
});
