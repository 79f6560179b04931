import { beforeAll, expect, test } from "vitest";
import type { JourneyDetail } from "#services/journeys";
import type { V1Journey } from "#services/v1-journeys";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { settle, track } from "./testing/walk.ts";

type Answer = {
  id: string;
  errors: { pointer: string; code: string }[];
  warnings: { pointer: string; code: string }[];
};
let api: ApiFixture;

beforeAll(async () => {
  api = await apiFixture();
  for (const [path, body] of [
    ["channels", { key: "ch_texts", number: 31, name: "Texts", kind: "sms" }],
    ["channels", { key: "ch_off", name: "Off", kind: "email", status: "off" }],
    ["content", { slug: "text", name: "Text", type: "sms", text: "Hello" }],
    ["content", { slug: "mail", name: "Mail", type: "email", subject: "Hello", html: "<p>Hello</p>" }],
  ] as const)
    expect((await api.call(`POST /api/${path}`, { body })).status, path).toBe(201);
});

const send = (channelId: string | number, creativeId = "mail") => ({
  name: `By ${channelId}`,
  entryConditions: { event: "asked" },
  steps: [{ id: "send", type: "send", config: { channelId, creativeId } }],
});
const create = (body: object) => api.call<Answer>("POST /api/v1/journeys", { body });
const activate = async (body: object) => {
  const { id } = (await create(body)).body;
  return { id, ...(await api.call<Answer>(`PUT /api/v1/journeys/${id}`, { body: { status: "active" } })) };
};

test("a send step names a channel of the workspace, also one of its own, by key or number; the channel says what is sent", async () => {
  for (const channel of ["ch_texts", 31]) {
    const { id, status } = await activate(send(channel, "text"));
    expect([channel, status]).toEqual([channel, 200]);
    const { data } = (await api.call<{ data: JourneyDetail }>(`GET /api/journeys/${id}`)).body;
    expect(data.nodes.find(({ name }) => name === "send")?.config).toEqual({ contentType: "sms", channelId: channel });
  }
  await track(api, "asked", ["ann"]);
  await settle(api);
  const { body } = await api.call<{ data: { channel: string }[] }>("GET /api/deliveries");
  expect(body.data.map(({ channel }) => channel)).toEqual(["sms", "sms"]);
});

test("an unknown channel, one that is off, and one for something else are refused at the field; a draft may have them", async () => {
  const faults = async (channel: string, creative?: string) => {
    const { status, body } = await activate(send(channel, creative));
    return [status, ...body.errors.map(({ pointer, code }) => `${pointer} ${code}`)];
  };
  expect(await faults("ch_fax")).toEqual([422, "/steps/0/config/channelId unknown_channel"]);
  expect(await faults("ch_off")).toEqual([422, "/steps/0/config/channelId no_channel"]);
  const draft = await create(send("ch_fax"));
  expect(draft.status).toBe(201);
  expect(draft.body.warnings).toContainEqual(
    expect.objectContaining({ pointer: "/steps/0/config/channelId", code: "unknown_channel" }),
  );
});

test("the number of a document is taken on create, and refused at its field when another journey has it", async () => {
  const first = await create({ ...send("ch_email"), number: 4711 });
  expect(first.status).toBe(201);
  const { body } = await api.call<Pick<V1Journey, "id">>("GET /api/v1/journeys/4711");
  expect(body.id).toBe(first.body.id);
  const again = await create({ ...send("ch_email"), number: 4711 });
  expect([again.status, again.body.errors]).toMatchObject([422, [{ pointer: "/number" }]]);
});
