import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { JourneyDetail, VersionDifference } from "#services/journeys";
import type { JourneyStats, Version } from "#services/stats";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track } from "./testing/walk.ts";

type Detail = z.infer<typeof JourneyDetail>;

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const wait = (duration: string) => ({ type: "WAIT", name: "wait", config: { duration } });
const exit = { type: "EXIT", name: "end", config: {} };
const get = async (id: string) => (await api.call<{ data: Detail }>(`GET /api/journeys/${id}`)).body.data;
const versionsOf = async (id: string) =>
  (await api.call<{ data: z.infer<typeof Version>[] }>(`GET /api/journeys/${id}/versions`)).body.data;
const compare = (id: string, query: string) =>
  api.call<{ data: z.infer<typeof VersionDifference> }>(`GET /api/journeys/${id}/versions/compare?${query}`);
const statsOf = async (id: string, query = "") =>
  (await api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${id}/stats${query}`)).body.data;

/** Two versions with one person on each; the second has a longer wait and a goal. */
async function twoVersions(event: string) {
  const journey = await published(api, [onEvent(event), wait("5d"), exit]);
  await track(api, event, [`${event} 1`]);
  const { nodes, edges } = await get(journey.id);
  const longer = nodes.map((node) => (node.name === "wait" ? { ...node, config: { duration: "9d" } } : node));
  await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes: longer, edges } });
  await api.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: { reEntry: "every" } } });
  await api.call(`POST /api/journeys/${journey.id}/publish`);
  await track(api, event, [`${event} 2`]);
  const [second, first] = await versionsOf(journey.id);
  return { id: journey.id, first: first?.id ?? "", second: second?.id ?? "" };
}

test("versions are listed with the people inside who stand on each", async () => {
  const { id } = await twoVersions("listed");
  expect(await versionsOf(id)).toMatchObject([
    { number: 2, isCurrent: true, people: 1, _count: { enrollments: 1 } },
    { number: 1, isCurrent: false, people: 1, _count: { enrollments: 1 } },
  ]);
});

test("a version gets a name and a note, which publishing and other versions leave alone", async () => {
  const { id, first } = await twoVersions("labelled");
  const label = { name: "  Longer wait ", note: "Asked for by support" };
  const path = `PATCH /api/journeys/${id}/versions/${first}`;
  expect(await api.call(path, { body: label })).toMatchObject({ status: 200, body: { data: { name: "Longer wait" } } });
  expect(await api.call(path, { body: { name: "" } })).toMatchObject({
    body: { data: { name: null, note: label.note } },
  });
  expect(await versionsOf(id)).toMatchObject([
    { number: 2, name: null, note: null },
    { number: 1, name: null, note: label.note },
  ]);
  const { id: other } = await twoVersions("labelled.other");
  expect((await api.call(`PATCH /api/journeys/${other}/versions/${first}`, { body: label })).status).toBe(404);
  expect((await api.call(path, { body: { name: "x".repeat(121), colour: 1 } })).status).toBe(422);
});

test("stats of one version count the people of that version only", async () => {
  const { id, first, second } = await twoVersions("counted");
  expect((await statsOf(id)).totals).toMatchObject({ enrolled: 2, active: 2 });
  for (const versionId of [first, second]) {
    const { totals, nodes } = await statsOf(id, `?versionId=${versionId}`);
    expect(totals).toMatchObject({ enrolled: 1, active: 1 });
    expect(nodes.find((node) => node.name === "wait")).toMatchObject({ entered: 1, waiting: 1 });
  }
  expect((await api.call(`GET /api/journeys/${id}/stats?versionId=nope`)).status).toBe(400);
  const strange = "0198a000-0000-7000-8000-000000000000";
  expect((await api.call(`GET /api/journeys/${id}/stats?versionId=${strange}`)).status).toBe(404);
});

test("two versions, or one and the draft, are compared field by field", async () => {
  const { id, first, second } = await twoVersions("compared");
  const { body } = await compare(id, `from=${first}&to=${second}`);
  expect(body.data).toMatchObject({
    nodes: [{ name: "wait", change: "changed", fields: [{ path: "config.duration", before: "5d", after: "9d" }] }],
    edges: [],
    settings: [{ path: "settings.reEntry", before: null, after: "every" }],
  });
  expect((await compare(id, `from=${second}&to=draft`)).body.data).toEqual({ nodes: [], edges: [], settings: [] });
  expect((await compare(id, `from=${first}`)).body.data).toEqual(body.data);
  expect((await compare(id, "from=yesterday")).status).toBe(400);
  expect((await compare(id, "from=0198a000-0000-7000-8000-000000000000")).status).toBe(404);
});

test("content named by its key in the draft is no change to the version that names it by its id", async () => {
  await api.call("POST /api/content", {
    body: { type: "email", slug: "named", name: "Named", subject: "Hi", html: "<p>Hi</p>" },
  });
  const mail = { type: "CONTENT", name: "mail", contentId: "named", config: { contentType: "email" } };
  const journey = await published(api, [onEvent("named"), mail, exit]);
  const [version] = await versionsOf(journey.id);
  expect((await compare(journey.id, `from=${version?.id}&to=draft`)).body.data.nodes).toEqual([]);
});

test("rolling back publishes the old document as a new version, and the draft becomes it", async () => {
  const { id, first, second } = await twoVersions("rolled");
  const { status, body } = await api.call<{ data: Detail; operation: unknown }>(
    `POST /api/journeys/${id}/versions/${first}/rollback`,
  );
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({
    data: { status: "PUBLISHED", publishedVersion: { number: 3 }, hasUnpublishedChanges: false, settings: {} },
    operation: null,
  });
  const [third] = await versionsOf(id);
  expect((await compare(id, `from=${first}&to=${third?.id}`)).body.data).toEqual({
    nodes: [],
    edges: [],
    settings: [],
  });
  expect((await get(id)).nodes.find((node) => node.name === "wait")?.config).toEqual({ duration: "5d" });
  expect(await versionsOf(id)).toMatchObject([{ people: 0 }, { id: second, people: 1 }, { id: first, people: 1 }]);
});

test("rolling back with a migration moves people along; its preview says who", async () => {
  const { id, first, second } = await twoVersions("moved back");
  const nodeId = (await get(id)).nodes.find((node) => node.name === "wait")?.id;
  const body = { migration: { steps: [{ nodeId, versionId: second, action: "move" }] } };
  const seen = await api.call<{ data: unknown }>(`POST /api/journeys/${id}/versions/${first}/rollback/preview`, {
    body,
  });
  expect(seen.body.data).toMatchObject({
    version: 3,
    people: 2,
    steps: [
      { versionNumber: 2, change: "changed", action: "move", people: 1 },
      { versionNumber: 1, change: "same", action: "stay", people: 1 },
    ],
  });
  const done = await api.call(`POST /api/journeys/${id}/versions/${first}/rollback`, { body });
  expect(done.body).toMatchObject({ operation: { kind: "migrate", total: 1 } });
  await settle(api);
  expect(await versionsOf(id)).toMatchObject([
    { number: 3, people: 1 },
    { number: 2, people: 0 },
    { number: 1, people: 1 },
  ]);
});

test("going back to what can no longer run is refused, and nothing changes", async () => {
  const content = { type: "email", slug: "leaves", name: "Leaves", subject: "Hi", html: "<p>Hi</p>" };
  await api.call("POST /api/content", { body: content });
  const mail = { type: "CONTENT", name: "mail", contentId: "leaves", config: { contentType: "email" } };
  const journey = await published(api, [onEvent("leaves"), mail, exit]);
  const [first] = await versionsOf(journey.id);
  const { nodes, edges } = await get(journey.id);
  const plain = nodes.map((node) =>
    node.name === "mail" ? { ...node, type: "EXIT", contentId: null, config: {} } : node,
  );
  await api.call(`PUT /api/journeys/${journey.id}/canvas`, {
    body: { nodes: plain.slice(0, 2), edges: edges.slice(0, 1) },
  });
  await api.call(`POST /api/journeys/${journey.id}/publish`);
  expect((await api.call("DELETE /api/content/leaves")).status).toBe(204);
  const refused = await api.call(`POST /api/journeys/${journey.id}/versions/${first?.id}/rollback`);
  expect([refused.status, refused.body.errors?.[0]?.code]).toEqual([422, "unknown_content"]);
  expect(await versionsOf(journey.id)).toHaveLength(2);
  expect((await api.call(`POST /api/journeys/${journey.id}/versions/${journey.id}/rollback`)).status).toBe(404);
});
