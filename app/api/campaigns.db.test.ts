import { beforeAll, expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { everyRow } from "./testing/rows.ts";
import { later, published, settle, track } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
  await track(api, "seen", ["ada", "bob", "carl"]);
});

type Campaign = { id: string; key: string; number: number; status: string; personId: string | null };
const create = (body: object) => api.call<{ data: Campaign }>("POST /api/campaigns", { body });
const completed = async (journey: { readonly id: string }): Promise<number> => {
  const { body } = await api.call<{ data: { totals: { completed: number } } }>(`GET /api/journeys/${journey.id}/stats`);
  return body.data.totals.completed;
};
const hears = (kind: "public" | "private") =>
  published(
    api,
    [
      {
        type: "TRIGGER",
        name: "start",
        config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: `campaign.${kind}.started` } },
      },
      { type: "EXIT", name: "end" },
    ],
    { settings: { reEntry: "every" } },
  );

test("a new workspace has four channels, which can be switched off: what needs them cannot be published", async () => {
  const { body } = await api.call<{ data: { key: string; status: string }[] }>("GET /api/channels");
  expect(body.data.map(({ key }) => key)).toEqual(["ch_email", "ch_sms", "ch_push", "ch_inapp"]);
  const own = await apiFixture();
  await own.call("PATCH /api/channels/ch_sms", { body: { status: "off" } });
  await own.call("POST /api/content", { body: { type: "sms", name: "Note", text: "Hi", slug: "note" } });
  const nodes = [
    { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
    { name: "note", type: "CONTENT", contentId: "note", config: { contentType: "sms" } },
  ];
  const edges = [{ sourceNodeId: 0, targetNodeId: 1 }];
  const made = await own.call<{ data: { id: string } }>("POST /api/journeys", {
    body: { name: "Text", siteId: own.siteId, nodes, edges },
  });
  const publish = () => own.call(`POST /api/journeys/${made.body.data.id}/publish`);
  expect(await publish()).toMatchObject({ status: 422, body: { errors: [{ code: "no_channel" }] } });
  await own.call("POST /api/channels", { body: { kind: "sms", name: "Second line", number: 7_007 } });
  expect((await publish()).status).toBe(200);
});

test("a public campaign that starts tells everybody once, and sends its content", async () => {
  const journey = await hears("public");
  await api.call("POST /api/content", {
    body: { type: "email", name: "News", subject: "News", text: "Hi", slug: "news" },
  });
  const { status, body } = await create({ name: "Spring", kind: "public", contentId: "news", number: 55 });
  expect([status, body.data]).toMatchObject([201, { key: "spring", number: 55, status: "draft", isTemplate: false }]);
  expect(await api.call("POST /api/campaigns/55/start")).toMatchObject({ body: { data: { status: "active" } } });
  await settle(api);
  expect(await completed(journey)).toBe(3);
  const sent = await api.database.sql`
    select from deliveries d join journeys j on j.id = d.journey_id
    where j.key like 'campaign-content-%' and d.workspace_id = ${api.workspaceId}`;
  expect(sent).toHaveLength(3);
  expect(await api.call("POST /api/campaigns/spring/start")).toMatchObject({
    status: 409,
    body: { currentStatus: "active" },
  });
  expect((await api.call("DELETE /api/campaigns/55")).status).toBe(409);
  expect(await api.call("PATCH /api/campaigns/55", { body: { status: "ended" } })).toMatchObject({
    body: { data: { status: "ended" } },
  });
  expect((await api.call("DELETE /api/campaigns/55")).status).toBe(204);
});

test("a campaign for a segment tells its members only", async () => {
  const journey = await hears("public");
  await api.call("POST /api/segments", { body: { key: "few", name: "Few" } });
  await api.call("POST /api/segments/few/members", { body: { people: [{ userId: "ada" }] } });
  await settle(api);
  await create({ name: "For few", kind: "public", segmentId: "few", status: "active" });
  await settle(api);
  expect(await completed(journey)).toBe(1);
});

test("campaigns start and end by time, private ones for their person", async () => {
  const [everybody, one] = [await hears("public"), await hears("private")];
  const [startsAt, endsAt] = [3_600_000, 7_200_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const open = await create({ name: "Later", kind: "public", startsAt, endsAt });
  const own = await create({ name: "For Bob", kind: "private", personId: "bob", startsAt, endsAt });
  expect(own.body.data).toMatchObject({ status: "draft", personId: expect.any(String), number: expect.any(Number) });
  const statuses = async () => {
    const all = await Promise.all(
      [open, own].map(({ body }) => api.call<{ data: Campaign }>(`GET /api/campaigns/${body.data.id}`)),
    );
    return all.map(({ body }) => body.data.status);
  };
  await later(api, 3_500_000);
  expect(await statuses()).toEqual(["draft", "draft"]);
  await later(api, 3_700_000);
  expect(await statuses()).toEqual(["active", "active"]);
  expect([await completed(everybody), await completed(one)]).toEqual([3, 1]);
  await later(api, 7_300_000);
  expect(await statuses()).toEqual(["ended", "ended"]);
  expect((await api.call<{ data: Campaign[] }>("GET /api/campaigns?personId=bob")).body.data).toHaveLength(1);
  expect((await api.call<{ data: Campaign }>(`GET /api/campaigns/${own.body.data.number}`)).body.data.id).toBe(
    own.body.data.id,
  );
});

test("a template that a journey clones cannot be deleted", async () => {
  await create({ name: "Offer", key: "offer", kind: "private", isTemplate: true });
  const operations = [{ type: "create_campaign", campaign: "offer" }];
  const start = { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } };
  await published(api, [start, { type: "ACTION", name: "clone", config: { operations } }]);
  expect(await api.call("DELETE /api/campaigns/offer")).toMatchObject({ status: 409 });
  const unknown = {
    type: "ACTION",
    name: "clone",
    config: { operations: [{ type: "create_campaign", campaign: 404 }] },
  };
  await expect(published(api, [start, unknown])).rejects.toThrow(/unknown_campaign/);
});

test.each([
  [{ name: "X", kind: "open" }, "/kind"],
  [{ kind: "public" }, "/name"],
  [{ name: "X", kind: "private" }, "/personId"],
  [{ name: "X", kind: "public", personId: "ada" }, "/personId"],
  [{ name: "X", kind: "private", personId: "nobody" }, "/personId"],
  [{ name: "X", kind: "public", contentId: 9_999 }, "/contentId"],
  [{ name: "X", kind: "public", segmentId: "none" }, "/segmentId"],
  [{ name: "X", kind: "private", isTemplate: true, status: "active" }, "/status"],
  [{ name: "X", kind: "public", startsAt: "2030-01-02T00:00:00Z", endsAt: "2030-01-01T00:00:00Z" }, "/endsAt"],
  [{ name: "X", kind: "public", startsAt: "tomorrow" }, "/startsAt"],
  [{ name: "X", kind: "public", key: "offer" }, "/key"],
])("%j is refused with its field, and nothing is stored", async (body, pointer) => {
  const before = await everyRow(api);
  const answer = await create(body);
  expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  expect(await everyRow(api)).toEqual(before);
});
