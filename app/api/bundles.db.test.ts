import { beforeEach, describe, expect, it } from "vitest";
import { issueToken } from "#services/accounts";
import type { Bundle, TakenBundle } from "#services/bundles";
import type { JourneyDetail } from "#services/journeys";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { addMember } from "./testing/members.ts";
import { everyRow } from "./testing/rows.ts";

let source: ApiFixture;
let target: ApiFixture;

async function made<Row>(api: ApiFixture, path: string, body: object): Promise<Row> {
  const { status, body: answer } = await api.call<{ data: Row }>(`POST ${path}`, { body });
  expect(status, JSON.stringify(answer)).toBe(201);
  return answer.data;
}

/** A journey that names everything by id or number, as pages and older files do. */
async function makeJourney(api: ApiFixture): Promise<JourneyDetail> {
  const base = await made<{ id: string; number: number }>(api, "/api/segments", { key: "paying", name: "Paying" });
  const rules = { all: [{ segment: base.id }, { field: "person.traits.plan", op: "eq", value: "pro" }] };
  const loyal = await made<{ id: string; number: number }>(api, "/api/segments", {
    key: "loyal",
    name: "Loyal",
    rules,
  });
  const email = { type: "email", slug: "hello", name: "Hello", subject: "Hi", html: "<p>Hi</p>", text: "Hi" };
  const hello = await made<{ id: string }>(api, "/api/content", email);
  const banner = await made<{ id: string }>(api, "/api/content", { ...email, slug: "loan", name: "Loan" });
  const offer = { key: "loan", name: "Loan", contentId: banner.id, rules: { all: [{ segment: loyal.number }] } };
  const { id: offerId } = await made<{ id: string }>(api, "/api/offers", { ...offer, caps: [{ max: 1, days: 7 }] });
  const flow = await made<{ number: number }>(api, "/api/decision-flows", {
    key: "loans",
    name: "Loans",
    offers: [offerId],
  });
  return made<JourneyDetail>(api, "/api/journeys", {
    ...{ name: "Loans", key: "loan-offers", siteId: api.siteId, audienceId: loyal.id, description: "Offers loans" },
    settings: {
      reEntry: "after_exit",
      minDaysSinceLastJourney: 3,
      exitConditions: [{ rules: { all: [{ segment: base.id }] } }],
    },
    goalConfig: { type: "event", config: { eventName: "app.signed", filter: { segment: 1 } } },
    nodes: [
      {
        name: "enter",
        type: "TRIGGER",
        config: {
          triggerType: "SEGMENT_ENTERED",
          triggerConfig: { segment: loyal.number, filter: { segment: base.number } },
        },
      },
      { name: "choose", type: "DECIDE", config: { decisionFlowId: flow.number } },
      { name: "greet", type: "CONTENT", config: { contentType: "email" }, contentId: hello.id },
      { name: "tell", type: "ACTION", config: { operations: [{ type: "enroll", journey: "other" }] } },
      { name: "done", type: "EXIT", config: {} },
    ],
    edges: [
      { source: "enter", target: "choose" },
      { source: "choose", target: "greet", branch: "offer" },
      { source: "choose", target: "tell", branch: "none" },
      { source: "greet", target: "done" },
      { source: "tell", target: "done" },
    ].map(({ source: sourceNode, target: targetNode, ...edge }) => ({
      ...edge,
      sourceNodeId: sourceNode,
      targetNodeId: targetNode,
    })),
  });
}

const bundleOf = async (api: ApiFixture): Promise<Bundle> => {
  const { status, body } = await api.call<{ data: Bundle }>("GET /api/journeys/loan-offers/bundle");
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
};
const take = (api: ApiFixture, bundle: unknown, dryRun = false) =>
  api.call<{ data: TakenBundle; errors: { pointer: string; message: string }[] }>("POST /api/bundles", {
    body: { bundle, dryRun },
  });
const changesOf = ({ parts }: TakenBundle) => parts.map(({ change, kind, key }) => `${change} ${kind} ${key}`);

beforeEach(async () => {
  [source, target] = [await apiFixture(), await apiFixture()];
  // Numbers there mean other things.
  await made(target, "/api/segments", { key: "first", name: "First" });
  await made(target, "/api/segments", { key: "second", name: "Second" });
  for (const api of [source, target])
    await made(api, "/api/journeys", { name: "Other", key: "other", siteId: api.siteId });
  await makeJourney(source);
});

it("takes a journey with everything that it needs, by key, and again it changes nothing", async () => {
  const bundle = await bundleOf(source);
  expect(bundle.needs).toEqual({ journeys: ["other"], campaigns: [], channels: [] });
  const before = await everyRow(target);
  const ahead = await take(target, bundle, true);
  expect(ahead.status, JSON.stringify(ahead.body)).toBe(200);
  expect(await everyRow(target)).toEqual(before);
  const all = [
    "segment loyal",
    "segment paying",
    "content hello",
    "content loan",
    "offer loan",
    "decisionFlow loans",
    "journey loan-offers",
  ];
  expect(changesOf(ahead.body.data)).toEqual(all.map((one) => `created ${one}`));
  const taken = await take(target, bundle);
  expect(changesOf(taken.body.data)).toEqual(changesOf(ahead.body.data));
  expect(taken.body.data.journey).toMatchObject({
    ...{ key: "loan-offers", status: "DRAFT", description: "Offers loans" },
    settings: { reEntry: "after_exit", minDaysSinceLastJourney: 3 },
    goalConfig: { config: { filter: { segment: 1 } } },
  });
  expect(await bundleOf(target)).toEqual(bundle);
  expect(bundle).toMatchObject({
    segments: [{ key: "loyal", rules: { all: [{ segment: "paying" }, {}] } }, { key: "paying" }],
    offers: [{ contentId: "loan", rules: { all: [{ segment: "loyal" }] } }],
    journey: { audience: "loyal", settings: { exitConditions: [{ rules: { all: [{ segment: "paying" }] } }] } },
  });
  // What is compared with an event is no name of a segment, whatever its field is called.
  const triggerConfig = { segment: "loyal", filter: { segment: expect.any(Number) } };
  const entry = expect.objectContaining({ config: { triggerType: "SEGMENT_ENTERED", triggerConfig } });
  expect(bundle.journey).toMatchObject({ nodes: expect.arrayContaining([entry]) });
  const again = await take(target, bundle);
  expect(changesOf(again.body.data)).toEqual(all.map((one) => `unchanged ${one}`));
});

it("changes what differs, and says which fields", async () => {
  await take(target, await bundleOf(source));
  await source.call("PATCH /api/content/hello", { body: { subject: "Good day" } });
  await source.call("PATCH /api/journeys/loan-offers", { body: { settings: { reEntry: "once" } } });
  const { body } = await take(target, await bundleOf(source));
  expect(body.data.parts.filter(({ change }) => change !== "unchanged")).toEqual([
    { kind: "content", key: "hello", change: "changed", fields: ["subject"] },
    { kind: "journey", key: "loan-offers", change: "changed", fields: ["settings"] },
  ]);
});

it("refuses what cannot be mapped, everything at once, and stores nothing", async () => {
  const bundle = await bundleOf(source);
  await made(target, "/api/segments", { key: "loyal", name: "A list" });
  await made(target, "/api/content", { type: "sms", slug: "hello", name: "Hello", text: "Hi" });
  await target.call("DELETE /api/journeys/other");
  const before = await everyRow(target);
  const { status, body } = await take(target, { ...bundle, needs: { ...bundle.needs, channels: ["ch_own"] } });
  expect(status).toBe(422);
  expect(body.errors.map(({ pointer }) => pointer)).toEqual([
    "/bundle/needs/channels/0",
    "/bundle/segments/0/kind",
    "/bundle/content/0/type",
  ]);
  expect(await everyRow(target)).toEqual(before);
});

it("refuses a journey whose expression names a segment by a number, which means another one there", async () => {
  const { body: paying } = await source.call<{ data: { number: number } }>("GET /api/segments/paying");
  const { number } = paying.data;
  const { status, body } = await source.call<{ errors: { message: string }[] }>("PATCH /api/journeys/loan-offers", {
    body: { settings: { exitConditions: [{ expression: `"${number}" in segments` }] } },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  const refused = await source.call<{ errors: { message: string }[] }>("GET /api/journeys/loan-offers/bundle");
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]?.message).toContain(`names the segment paying as "${number}"`);
});

describe("POST /api/journeys/[id]/promote", () => {
  /** The token of somebody with a role here and, unless null, one there. */
  async function personWith(here: "viewer" | "editor", there: "viewer" | "editor" | null): Promise<string> {
    const userId = await addMember(source, here);
    const { orm } = source.database;
    if (there !== null)
      await orm.insert(schema.members).values({ workspaceId: target.workspaceId, userId, role: there });
    return (await issueToken({ userId, workspaceId: source.workspaceId })).token;
  }
  const promote = (key: string, { workspaceId = target.workspaceId, dryRun = false } = {}) =>
    source.call<{ data: TakenBundle }>("POST /api/journeys/loan-offers/promote", {
      key,
      body: { workspaceId, dryRun },
    });

  it("takes the same as the bundle does to a workspace in which the person may edit, also if they only look here", async () => {
    const token = await personWith("viewer", "editor");
    const before = await everyRow(target);
    const ahead = await promote(token, { dryRun: true });
    expect([ahead.status, ahead.body.data.journey]).toEqual([200, null]);
    expect(await everyRow(target)).toEqual(before);
    const done = await promote(token);
    expect(changesOf(done.body.data)).toEqual(changesOf(ahead.body.data));
    expect(done.body.data.journey).toMatchObject({ key: "loan-offers", status: "DRAFT" });
    expect(await bundleOf(target)).toEqual(await bundleOf(source));
    expect(changesOf((await promote(token)).body.data).every((change) => change.startsWith("unchanged "))).toBe(true);
  });

  it("refuses people who may not edit there, keys, and the workspace itself, and stores nothing", async () => {
    const [viewer, stranger, editor] = [
      await personWith("editor", "viewer"),
      await personWith("editor", null),
      await personWith("editor", "editor"),
    ];
    const before = await everyRow(target);
    const told = async (key: string, workspaceId = target.workspaceId) => {
      const { status, body } = await promote(key, { workspaceId });
      return `${status} ${body.errors?.[0]?.pointer ?? body.code}`;
    };
    expect(await told(viewer)).toBe("403 forbidden");
    expect(await told(stranger)).toBe("404 not_found");
    expect(await told(source.secretKey)).toBe("403 forbidden");
    expect(await told(editor, source.workspaceId)).toBe("422 /workspaceId");
    expect(await everyRow(target)).toEqual(before);
  });
});
