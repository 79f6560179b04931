import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openChannels } from "#channels";
import { type MailServer, startMailServer } from "#channels/testing";
import { runOutbox } from "#runtime";
import { type ApiFixture, apiFixture } from "./testing/index.ts";
import { addPerson, queueMessage } from "./testing/queue-message.ts";
import { later, onEvent, published, track } from "./testing/walk.ts";

let api: ApiFixture;
let server: MailServer;
let channels: ReturnType<typeof openChannels>;

beforeAll(async () => {
  api = await apiFixture();
  server = await startMailServer();
  channels = openChannels({ smtpUrl: server.url, defaultFrom: "Acme <hello@acme.example>" });
});
afterAll(async () => {
  await channels.close();
  await server.close();
});

const NONE = { quietHours: null, sendWindows: [], fallbackZone: null, caps: [], rateLimits: [], holdout: null };
const put = (changes: object) => api.call("PUT /api/sending-policies", { body: { ...NONE, ...changes } });
const send = () => runOutbox({ database: api.database, clock: { kind: "database" }, channels });
type Shown = { data: { status: string; heldUntil: string | null; reasons: { code: string }[]; error: string } };
const delivery = async (id: string) => (await api.call<Shown>(`GET /api/deliveries/${id}`)).body.data;

/** The hour around now, and the one after it. */
const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);

describe("sending policies", () => {
  test("begin empty, and are replaced as a whole by those who saw the latest", async () => {
    expect((await api.call("GET /api/sending-policies")).body).toEqual({
      data: { ...NONE, revision: 0, updatedAt: null },
    });
    const { body: topic } = await api.call<{ data: { id: string } }>("POST /api/topics", {
      body: { name: "News", key: "news" },
    });
    const cap = {
      channel: "any",
      topicId: "news",
      limit: 2,
      period: { kind: "calendar", unit: "week" },
      whenFull: "skip",
    };
    const saved = await put({ caps: [cap], holdout: { percent: 5 }, revision: 0 });
    expect(saved).toMatchObject({
      status: 200,
      body: { data: { caps: [{ ...cap, topicId: topic.data.id }], holdout: { percent: 5 }, revision: 1 } },
    });
    expect((await put({ revision: 0 })).status).toBe(409);
    expect(await put({ revision: 1 })).toMatchObject({ status: 200, body: { data: { ...NONE, revision: 2 } } });
  });

  test("are refused with every finding at once", async () => {
    const shapes = await put({
      quietHours: { from: "25:00", to: "08:00", channels: [] },
      fallbackZone: "Mars",
      caps: [{ channel: "fax", topicId: null, limit: 0, period: { kind: "rolling", hours: 0 }, whenFull: "hold" }],
    });
    type Refusal = { errors: { field: string }[] };
    const fieldsOf = ({ body }: { body: unknown }) => (body as Refusal).errors.map(({ field }) => field);
    expect(shapes.status).toBe(422);
    expect(fieldsOf(shapes)).toEqual(
      expect.arrayContaining([
        "quietHours.from",
        "quietHours.channels",
        "fallbackZone",
        "caps.0.channel",
        "caps.0.limit",
      ]),
    );
    const period = { kind: "rolling", hours: 24 };
    const meanings = await put({
      quietHours: { from: "08:00", to: "08:00", channels: ["email"] },
      caps: [{ channel: "email", topicId: "unknown", limit: 1, period, whenFull: "hold" }],
      rateLimits: [{ channel: "sms", provider: "fcm", messages: 1, perSeconds: 1 }],
    });
    expect([meanings.status, fieldsOf(meanings)]).toEqual([
      422,
      ["caps.0.topicId", "quietHours.to", "rateLimits.0.provider"],
    ]);
  });

  test("a held message is found under Held with reason and time, and leaves as soon as the policies let it", async () => {
    await put({ quietHours: { from: clock(-1), to: clock(1), channels: ["email"] } });
    const person = await addPerson(api, { email: "held@example.com" });
    const { id = "" } = await queueMessage(api, person, "email");
    await send();
    const held = await delivery(id);
    expect(held).toMatchObject({ status: "held", reasons: [{ code: "quiet_hours" }] });
    expect(held.error).toMatch(/^Held until .* UTC, because quiet hours are from /);
    expect(Date.parse(held.heldUntil ?? "")).toBeGreaterThan(Date.now());
    const list = await api.call<{ data: { id: string }[] }>("GET /api/deliveries?status=held");
    expect(list.body.data.map((one) => one.id)).toEqual([id]);
    await put({});
    await send();
    expect(await delivery(id)).toMatchObject({ status: "sent", heldUntil: null, reasons: null });
    expect(server.mails.map(({ to }) => to)).toEqual(["held@example.com"]);
  });
});

describe("R54 holdouts", () => {
  type Side = { side: string; people: number; converted: number };
  const sidesOf = async (journeyId: string): Promise<Record<string, number[]>> => {
    const { body } = await api.call<{ data: { sides: Side[] } }>(`GET /api/journeys/${journeyId}/holdout`);
    return Object.fromEntries(body.data.sides.map(({ side, people, converted }) => [side, [people, converted]]));
  };
  const exit = { type: "EXIT", name: "end", config: {} };
  const goalConfig = { type: "event", config: { eventName: "bought" }, exitOnGoal: false };
  const names = Array.from({ length: 40 }, (_, place) => `holdout-${place}`);

  test("a journey leaves a share out, the same people at every try, and counts their goals", async () => {
    const settings = { reEntry: "every", holdout: { percent: 50 } };
    const journey = await published(api, [onEvent("came in"), exit], { settings, goalConfig });
    const ids = await track(api, "came in", names);
    const entered = await api.database.sql<{ id: string }[]>`
      select person_id as id from enrollments where journey_id = ${journey.id}`;
    const isIn = new Set(entered.map(({ id }) => id));
    const out = ids.filter((id) => !isIn.has(id)).length;
    expect(out).toBeGreaterThan(8);
    expect(out).toBeLessThan(32);
    await track(api, "came in", names);
    const again = await api.database.sql`select distinct person_id from enrollments where journey_id = ${journey.id}`;
    expect(again.length).toBe(40 - out);
    expect(await sidesOf(journey.id)).toEqual({ entered: [40 - out, 0], no_marketing: [0, 0], held_out: [out, 0] });
    await track(api, "bought", names);
    await track(api, "bought", names);
    const counted = { entered: [40 - out, 40 - out], no_marketing: [0, 0], held_out: [out, out] };
    expect(await sidesOf(journey.id)).toEqual(counted);
    const { body } = await api.call<{ data: { reason: string; count: number }[] }>(
      `GET /api/journeys/${journey.id}/near-misses`,
    );
    expect(JSON.stringify(body)).toContain("held_out");
  });

  test("people whom the workspace holds out walk the journey without marketing, and are told apart", async () => {
    await put({ holdout: { percent: 50 } });
    const journey = await published(api, [onEvent("came again"), exit], { goalConfig });
    await track(api, "came again", names);
    const sides = await sidesOf(journey.id);
    await put({});
    expect(sides.held_out).toEqual([0, 0]);
    expect((sides.entered?.[0] ?? 0) + (sides.no_marketing?.[0] ?? 0)).toBe(40);
    expect(sides.no_marketing?.[0]).toBeGreaterThan(8);
  });
});

describe("what several journeys do at once", () => {
  type Conflicts = {
    data: {
      exact: boolean;
      conflicts: {
        journeys: { name: string }[];
        inBoth: number;
        sameChannel: { channel: string; people: number }[];
      }[];
    };
  };

  test("journeys with content that reach the same people are told, by channel and the largest first", async () => {
    const own = await apiFixture();
    await own.call("POST /api/content", {
      body: { type: "email", slug: "mail", name: "Mail", subject: "Hi", html: "<p>Hi</p>" },
    });
    await own.call("POST /api/content", {
      body: { type: "modal", slug: "modal", name: "Modal", body: { blocks: [{ type: "text", text: "Hi" }] } },
    });
    const mail = { type: "CONTENT", name: "mail", contentId: "mail", config: { contentType: "email" } };
    const modal = { type: "CONTENT", name: "modal", contentId: "modal", config: { contentType: "modal" } };
    const wait = { type: "WAIT", name: "wait", config: { duration: "1d" } };
    const exit = { type: "EXIT", name: "end", config: {} };
    const journey = (name: string, event: string, node: { type: string } & Record<string, unknown>) =>
      published(own, [onEvent(event), node, wait, exit], { name });
    await journey("Welcome", "joined", mail);
    await journey("News", "joined", mail);
    await journey("Tour", "visited", modal);
    const names = ["ann", "ben", "cem", "dee"];
    const traits = (name: string) => ({ email: `${name}@example.com` });
    for (const name of names) await own.call("POST /api/people", { body: { externalId: name, traits: traits(name) } });
    await track(own, "joined", names);
    await track(own, "visited", names.slice(0, 2));
    await runOutbox({ database: own.database, clock: { kind: "database" }, channels });
    const { body } = await own.call<Conflicts>("GET /api/sending-policies/conflicts");
    const told = body.data.conflicts.map(({ journeys, inBoth, sameChannel }) => ({
      names: journeys.map(({ name }) => name).sort(),
      inBoth,
      sameChannel,
    }));
    expect(body.data.exact).toBe(true);
    expect(told[0]).toEqual({ names: ["News", "Welcome"], inBoth: 4, sameChannel: [{ channel: "email", people: 4 }] });
    expect(
      told
        .slice(1)
        .map((one) => [one.names.includes("Tour"), one.sameChannel])
        .sort(),
    ).toEqual([
      [true, []],
      [true, []],
    ]);
  });

  test("the next starts are those of published schedules, their content or not, the earliest first", async () => {
    const own = await apiFixture();
    const exit = { type: "EXIT", name: "end", config: {} };
    const daily = (name: string, cron: string) =>
      published(
        own,
        [
          {
            type: "TRIGGER",
            name: "start",
            config: { triggerType: "SCHEDULE", triggerConfig: { cron, timezone: "UTC" } },
          },
          exit,
        ],
        { name },
      );
    await daily("Late", "0 20 * * *");
    await daily("Early", "0 5 * * *");
    await later(own, 1_000);
    const { body } = await own.call<{ data: { journey: { name: string }; at: string }[] }>(
      "GET /api/sending-policies/occurrences",
    );
    expect(body.data).toHaveLength(10);
    const times = body.data.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    for (const { journey, at } of body.data) expect(at).toContain(journey.name === "Late" ? "T20:00:00" : "T05:00:00");
  });
});
