import { beforeAll, describe, expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type Foretold = {
  zone: string | null;
  zoneFrom: string | null;
  unreadableZone: string | null;
  moments: { at: string; local: string }[];
  problem: string | null;
};

let api: ApiFixture;
let journeyId = "";
let personId = "";
beforeAll(async () => {
  api = await apiFixture();
  await api.database.sql`update workspaces set timezone = 'Europe/Berlin' where id = ${api.workspaceId}`;
  const journey = await api.call<{ data: { id: string } }>("POST /api/journeys", {
    body: { name: "Moments", siteId: api.siteId },
  });
  journeyId = journey.body.data.id;
  const traits = { timezone: "Asia/Tokyo", birthday: "1990-03-05", plan: "pro" };
  const person = await api.call<{ data: { id: string } }>("POST /api/people", {
    body: { externalId: "ada", traits },
  });
  personId = person.body.data.id;
});

async function ask(body: Record<string, unknown>): Promise<Foretold> {
  const answer = await api.call<{ data: Foretold }>(`POST /api/journeys/${journeyId}/moments`, { body });
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
  return answer.body.data;
}

describe("L12: the server foretells moments, by the engine's own clock", () => {
  test("of a schedule, in its own zone or the workspace's", async () => {
    const triggerConfig = { cron: "0 9 * * *" };
    const found = await ask({ type: "TRIGGER", config: { triggerType: "SCHEDULE", triggerConfig } });
    expect(found).toMatchObject({ zone: "Europe/Berlin", zoneFrom: "workspace", problem: null });
    expect(found.moments).toHaveLength(3);
    expect(found.moments.map(({ local }) => local.slice(11))).toEqual(["09:00:00", "09:00:00", "09:00:00"]);
    const own = { triggerType: "SCHEDULE", triggerConfig: { ...triggerConfig, timezone: "Asia/Tokyo" } };
    const [first] = (await ask({ type: "TRIGGER", config: own, count: 1 })).moments;
    expect(first?.at.slice(11, 19)).toBe("00:00:00");
  });

  test.each(["I", "IST", "PST", "Europe/Ber", "+02:00"])(
    "L2: “%s” in the field of the time zone leaves nothing to foretell, and no error",
    async (timezone) => {
      const config = { triggerType: "SCHEDULE", triggerConfig: { cron: "0 9 * * *", timezone } };
      const found = await ask({ type: "TRIGGER", config });
      expect(found.moments).toEqual([]);
      expect(found.problem).toContain(`“${timezone}” is not a known time zone`);
    },
  );

  test("of a date of a person, year by year, and of a wait", async () => {
    const config = { triggerType: "DATE", triggerConfig: { trait: "birthday", time: "09:00", every: "year" } };
    const found = await ask({ type: "TRIGGER", config, personId });
    expect(found).toMatchObject({ zone: "Asia/Tokyo", zoneFrom: "person" });
    expect(found.moments.map(({ local }) => local.slice(4))).toEqual(Array(3).fill("-03-05T09:00:00"));
    const wait = await ask({ type: "WAIT", config: { until: { time: "08:30" }, zone: "workspace" }, personId: "ada" });
    expect(wait).toMatchObject({ zone: "Europe/Berlin", moments: [{ local: expect.stringContaining("T08:30:00") }] });
  });

  test("S24: says whose trait is no zone, and what else was used", async () => {
    await api.call("POST /api/people", { body: { externalId: "bob", traits: { timezone: "GMT+2" } } });
    const found = await ask({ type: "WAIT", config: { until: { time: "08:30" } }, personId: "bob" });
    expect(found).toMatchObject({ zone: "Europe/Berlin", zoneFrom: "workspace", unreadableZone: "GMT+2" });
  });

  test("what is half written has no moments, and nobody is asked for by name", async () => {
    expect(await ask({ type: "WAIT", config: {}, personId })).toMatchObject({ moments: [] });
    const path = `POST /api/journeys/${journeyId}/moments`;
    const missing = await api.call(path, { body: { type: "WAIT", config: { duration: "1d" } } });
    expect(missing).toMatchObject({ status: 422, body: { errors: [{ field: "personId" }] } });
  });

  test("S7: a save warns of a wait until a date that is past", async () => {
    const body = {
      nodes: [
        { name: "in", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
        { name: "w", type: "WAIT", config: { until: { at: "2020-01-01T09:00" } } },
      ],
      edges: [{ sourceNodeId: "in", targetNodeId: "w" }],
    };
    const saved = await api.call<{ warnings: { code: string }[] }>(`PUT /api/journeys/${journeyId}/canvas`, { body });
    expect(saved.body.warnings.map(({ code }) => code)).toContain("past_date");
  });
});
