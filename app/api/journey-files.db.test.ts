import { beforeAll, describe, expect, test } from "vitest";
import type { ExportedJourney, ImportedJourney } from "#services/journey-files";
import type { JourneyDetail } from "#services/journeys";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { nurture } from "./testing/nurture.ts";

let api: ApiFixture;
let other: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
  other = await apiFixture();
});

const graph = {
  name: "Onboarding",
  entryEvent: "user.created",
  entryNode: "welcome_email",
  nodes: {
    welcome_email: { action: { type: "send_email", templateSlug: "welcome-email" } },
    done: { action: { type: "none" }, terminal: true },
  },
  transitions: [{ from: "welcome_email", to: "done", trigger: { type: "event", event: "user.login" } }],
};

type Imported = { data: ImportedJourney };
const load = (body: object, of: ApiFixture = api) => of.call<Imported>("POST /api/journeys/import", { body });
const write = async (id: string, format: string) =>
  (await api.call<{ data: ExportedJourney }>(`GET /api/journeys/${id}/export?format=${format}`)).body.data;
const count = async () => (await api.database.orm.select({ id: schema.journeys.id }).from(schema.journeys)).length;
const made = async (body: object, of: ApiFixture = api): Promise<JourneyDetail> => {
  const answer = await load(body, of);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  if (answer.body.data.journey === null) throw new Error("no journey");
  return answer.body.data.journey;
};

describe("importing", () => {
  test("the format is found, and the journey becomes a draft with content named as in this workspace", async () => {
    const content = await api.call<{ data: { id: string } }>("POST /api/content", {
      body: { name: "Welcome", slug: "welcome-email", type: "email", subject: "Hello", html: "<p>Hello</p>" },
    });
    const { status, body } = await load({ journey: graph });
    expect([status, body.data.format, body.data.problems]).toEqual([201, "transition-graph", []]);
    expect(body.data.journey).toMatchObject({ name: "Onboarding", status: "DRAFT", siteId: api.siteId });
    expect(body.data.journey?.nodes.find(({ name }) => name === "welcome_email")?.contentId).toBe(content.body.data.id);
    const { status: _status, ...steps } = nurture;
    expect((await load({ journey: steps, name: "Mine" })).body.data).toMatchObject({
      format: "ordered-steps",
      name: "Mine",
    });
  });

  test("a dry run tells the format, the name and every problem with its place, and stores nothing", async () => {
    const before = await count();
    const fine = await load({ journey: graph, dryRun: true });
    expect(fine.body.data).toMatchObject({ canImport: true, name: "Onboarding", steps: 3, journey: null });
    const wrong = { ...graph, nodes: { ...graph.nodes, x: { action: { type: "fax" } } }, entryNode: 5 };
    const { status, body } = await load({ journey: wrong, dryRun: true });
    expect([status, body.data.canImport, body.data.problems.map(({ pointer }) => pointer).sort()]).toEqual([
      ...[200, false, ["/entryNode", "/nodes/x/action/type"]],
    ]);
    expect((await load({ journey: [1, 2], dryRun: true })).body.data).toMatchObject({ format: null, canImport: false });
    expect(await count()).toBe(before);
  });

  test.each([
    ["a file of another product", { flows: [] }, "/journey"],
    ["a file of a newer version", { format: "sojourn-journey", version: 2, name: "x", nodes: [] }, "/journey/version"],
    ["a file that is cut short", { format: "sojourn-journey", version: 1, name: "x" }, "/journey/nodes"],
    ["no file", undefined, "/journey"],
  ])("%s is refused by name, and nothing is stored", async (_name, journey, pointer) => {
    const before = await count();
    const { status, body } = await load({ journey });
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect(await count()).toBe(before);
  });

  test("into a journey: what keeps its name keeps its id, its place and what the format cannot say", async () => {
    const journey = await made({ journey: { ...graph, name: "Kept" } });
    const nodes = journey.nodes.map((node) =>
      node.name === "welcome_email"
        ? { ...node, config: { ...node.config, expiresAfter: "2h" }, position: { x: 900, y: 40 } }
        : node,
    );
    await api.call(`PUT /api/journeys/${journey.id}/canvas`, { body: { nodes, edges: journey.edges } });
    const change = {
      ...graph,
      name: "Kept",
      nodes: { ...graph.nodes, tagged: { action: { type: "tag_user", tagName: "new" } } },
    };
    const { status, body } = await load({ journey: change, into: journey.key });
    expect(status).toBe(200);
    expect(body.data.journey?.nodes).toHaveLength(4);
    for (const node of nodes) expect(body.data.journey?.nodes).toContainEqual(node);
    expect(body.data.journey?.edges).toEqual(journey.edges);
  });

  test("a new journey gets the key that is asked for, and a change is refused if the draft has moved", async () => {
    const { id, key, revision } = await made({ journey: graph, key: "as-code" });
    expect(key).toBe("as-code");
    const moved = { ...graph, nodes: { ...graph.nodes, extra: {} } };
    const change = { journey: moved, into: id };
    expect((await load({ ...change, revision })).status).toBe(200);
    for (const dryRun of [true, false]) {
      const { status, body } = await load({ ...change, revision, dryRun });
      expect(status).toBe(412);
      expect(body).toMatchObject({ difference: { nodes: [{ name: "extra", change: "added" }] } });
    }
    expect((await load({ journey: graph, key: "as-code" })).status).toBe(422);
  });

  test("another workspace's journey and site do not exist", async () => {
    const journey = await made({ journey: { ...graph, name: "Ours" } });
    expect((await load({ journey: graph, into: journey.id }, other)).status).toBe(404);
    expect((await other.call(`GET /api/journeys/${journey.id}/export`)).status).toBe(404);
    const { body } = await load({ journey: graph, siteId: api.siteId }, other);
    expect([body.status, body.errors?.[0]?.field]).toEqual([422, "siteId"]);
  });
});

describe("exporting", () => {
  test("our own file says everything, and makes the same journey in another workspace", async () => {
    const segment = await api.call<{ data: { id: string; key: string } }>("POST /api/segments", {
      body: { name: "Regulars" },
    });
    const journey = await made({ journey: { ...graph, name: "Moved" } });
    await api.call(`PATCH /api/journeys/${journey.id}`, {
      body: { audienceId: segment.body.data.id, settings: { maxDuration: 9 } },
    });
    const file = await write(journey.id, "native");
    expect(file.losses).toEqual([]);
    expect(JSON.stringify(file.journey)).not.toContain(journey.id);
    expect(file.journey).toMatchObject({ format: "sojourn-journey", audience: segment.body.data.key });
    const answer = await load({ journey: file.journey }, other);
    expect(answer.body.data.problems).toMatchObject([{ code: "unknown_segment", pointer: "/audience" }]);
    const there = answer.body.data.journey;
    expect(there?.nodes.map(({ name, position }) => [name, position])).toEqual(
      journey.nodes.map(({ name, position }) => [name, position]),
    );
    expect(there).toMatchObject({ settings: { maxDuration: 9 }, audienceId: null });
  });

  test("another format lists what it cannot say, by node", async () => {
    const journey = await made({ journey: graph });
    const steps = await write(journey.id, "ordered-steps");
    const edge = journey.edges.find(({ trigger }) => trigger !== null);
    expect(steps.losses).toContainEqual(expect.objectContaining({ edgeId: edge?.id, field: "trigger" }));
    const again = await write(journey.id, "transition-graph");
    expect(again.losses).toEqual([]);
    expect(again.journey).toMatchObject({ entryNode: "welcome_email", entryEvent: "user.created" });
    const unknown = await api.call(`GET /api/journeys/${journey.id}/export?format=fax`);
    expect([unknown.status, unknown.body.errors?.[0]?.field]).toEqual([400, "format"]);
  });
});
