import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import type { JourneyDetail, Problem } from "#services/journeys";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type Saved = { data: z.infer<typeof JourneyDetail>; warnings: z.infer<typeof Problem>[] };
type Page = { data: Saved["data"][]; meta: { total: number; page: number; limit: number; totalPages: number } };

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const manual = { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} }, position: { x: 0, y: 0 } };
const exit = { type: "EXIT", config: {}, position: { x: 0, y: 200 } };
const wait = { type: "WAIT", config: { duration: "2d" }, position: { x: 0, y: 100 } };
const drawn = {
  nodes: [manual, wait, exit],
  edges: [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: 1, targetNodeId: 2 },
  ],
};

const create = async (extra: Record<string, unknown> = {}) => {
  const answer = await api.call<Saved>("POST /api/journeys", {
    body: { name: "Welcome", siteId: api.siteId, ...drawn, ...extra },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data;
};

test("the example of the source document is taken as it stands", async () => {
  const { status, body } = await api.call<Saved>("POST /api/journeys", {
    body: {
      name: "New User Onboarding",
      siteId: api.siteId,
      description: "Guide new users through core features",
      settings: {},
      goalConfig: { type: "flow_completed", config: { flowId: "flow_abc" }, deadline: 7 },
      nodes: [
        {
          type: "TRIGGER",
          config: { triggerType: "URL_MATCH", triggerConfig: { matchType: "contains", pattern: "/dashboard" } },
          position: { x: 0, y: 0 },
        },
        { type: "CONTENT", contentId: "flow_abc", config: { contentType: "flow" }, position: { x: 200, y: 0 } },
      ],
      edges: [{ sourceNodeId: "<node-1-id>", targetNodeId: "<node-2-id>" }],
    },
  });
  expect(status).toBe(201);
  const { data, warnings } = body;
  expect(data).toMatchObject({
    status: "DRAFT",
    revision: 1,
    audienceId: null,
    goalConfig: { type: "flow_completed", deadline: 7 },
    _count: { nodes: 2, edges: 1, enrollments: 0, active: 0 },
  });
  expect(data.shortId).toMatch(/^jrn_[a-z0-9]{12}$/);
  expect(data.edges[0]).toMatchObject({ sourceNodeId: data.nodes[0]?.id, targetNodeId: data.nodes[1]?.id });
  expect(warnings).toContainEqual(expect.objectContaining({ code: "unknown_content", nodeId: data.nodes[1]?.id }));
});

test("a journey is found by id, short id, number and key", async () => {
  const { id, shortId, number, key } = await create({ name: "Found by name" });
  expect(key).toBe("found-by-name");
  for (const reference of [id, shortId, number, key]) {
    const { status, body, headers } = await api.call<Saved>(`GET /api/journeys/${reference}`);
    expect([status, body.data.id, headers.get("etag")]).toEqual([200, id, '"1"']);
  }
});

test("the list pages, filters by status and hides archived journeys unless asked", async () => {
  const own = await apiFixture();
  const ids: string[] = [];
  for (const name of ["One", "Two", "Three"]) {
    const { body } = await own.call<Saved>("POST /api/journeys", { body: { name, siteId: own.siteId } });
    ids.push(body.data.id);
  }
  await own.call(`DELETE /api/journeys/${ids[0]}`);
  const first = await own.call<Page>("GET /api/journeys?limit=1");
  expect(first.body.meta).toEqual({ total: 2, page: 1, limit: 1, totalPages: 2 });
  expect(first.body.data.map(({ id }) => id)).toEqual([ids[2]]);
  const second = await own.call<Page>("GET /api/journeys?limit=1&page=2");
  expect(second.body.data.map(({ id }) => id)).toEqual([ids[1]]);
  const archived = await own.call<Page>("GET /api/journeys?status=ARCHIVED");
  expect(archived.body.data.map(({ id }) => id)).toEqual([ids[0]]);
  expect((await own.call<Page>("GET /api/journeys?search=thr")).body.meta.total).toBe(1);
  expect((await own.call<Page>(`GET /api/journeys?siteId=${api.siteId}`)).body.meta.total).toBe(0);
});

test("PATCH changes only given fields, and a name is no change of the draft", async () => {
  const { id } = await create({ description: "Before" });
  const renamed = await api.call<Saved>(`PATCH /api/journeys/${id}`, { body: { name: "After" } });
  expect(renamed.body.data).toMatchObject({ name: "After", description: "Before", revision: 1 });
  const settings = { reEntry: "restart" };
  const changed = await api.call<Saved>(`PATCH /api/journeys/${id}`, { body: { settings, allowAnonymous: true } });
  expect(changed.body.data).toMatchObject({ settings, allowAnonymous: true, revision: 2 });
});

test("PATCH refuses fields it does not know", async () => {
  const { id } = await create();
  const { status, body } = await api.call(`PATCH /api/journeys/${id}`, { body: { status: "PUBLISHED", nodes: [] } });
  expect(status).toBe(422);
  expect(body.errors?.map((error) => error.pointer)).toEqual(["/status", "/nodes"]);
});

test("saving the canvas keeps given ids and names, and replaces the rest", async () => {
  const { id, nodes, edges } = await create();
  const [trigger, , end] = nodes;
  const { status, body, headers } = await api.call<Saved>(`PUT /api/journeys/${id}/canvas`, {
    body: {
      nodes: [{ ...trigger, name: undefined }, end, { type: "WAIT", config: { duration: "1d" } }],
      edges: [
        { sourceNodeId: trigger?.id, targetNodeId: 2 },
        { ...edges[1], sourceNodeId: "wait" },
      ],
    },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(headers.get("etag")).toBe('"2"');
  expect(body.data.nodes.map((node) => node.id).slice(0, 2)).toEqual([trigger?.id, end?.id]);
  expect(body.data.nodes.map((node) => node.name)).toEqual(["trigger", "exit", "wait"]);
  expect(body.data.edges[1]).toMatchObject({
    id: edges[1]?.id,
    name: edges[1]?.name,
    sourceNodeId: body.data.nodes[2]?.id,
  });
});

test("a save meant for an older revision answers 412 with the present one and stores nothing; one without If-Match is taken", async () => {
  const { id } = await create();
  const body = { nodes: [manual], edges: [] };
  const ok = await api.call<Saved>(`PUT /api/journeys/${id}/canvas`, { body, headers: { "if-match": '"1"' } });
  expect(ok.status).toBe(200);
  const lost = await api.call(`PUT /api/journeys/${id}/canvas`, { body: drawn, headers: { "if-match": '"1"' } });
  expect([lost.status, lost.body.code, lost.body.currentRevision]).toEqual([412, "precondition_failed", 2]);
  expect((await api.call<Saved>(`GET /api/journeys/${id}`)).body.data.nodes).toHaveLength(1);
  expect((await api.call(`PUT /api/journeys/${id}/canvas`, { body: drawn })).status).toBe(200);
});

test("of many saves for one revision exactly one wins", async () => {
  const { id } = await create();
  const saves = Array.from({ length: 12 }, () =>
    api.call(`PUT /api/journeys/${id}/canvas`, { body: drawn, headers: { "if-match": '"1"' } }),
  );
  const statuses = (await Promise.all(saves)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 11 }, () => 412)]);
});

test("what is wrong but well-formed is saved as a problem and blocks publishing, naming node and field", async () => {
  const { id, nodes } = await create({
    nodes: [manual, { type: "WAIT", config: { duration: "soon" } }, exit],
  });
  const draft = await api.call<Saved>(`GET /api/journeys/${id}`);
  expect(draft.body.data.nodes[1]?.config).toEqual({ duration: "soon" });
  const { status, body } = await api.call(`POST /api/journeys/${id}/publish`);
  expect(status).toBe(422);
  expect(body.errors).toContainEqual(
    expect.objectContaining({ nodeId: nodes[1]?.id, code: "bad_duration", pointer: "/nodes/1/config/duration" }),
  );
  expect((await api.call<Saved>(`GET /api/journeys/${id}`)).body.data.status).toBe("DRAFT");
});

test("validate looks over the saved draft or a given one, and stores nothing", async () => {
  const { id } = await create();
  type Validation = { data: { problems: unknown[]; canPublish: boolean } };
  expect((await api.call<Validation>(`POST /api/journeys/${id}/validate`)).body.data.canPublish).toBe(true);
  const given = await api.call<Validation>(`POST /api/journeys/${id}/validate`, {
    body: { nodes: [exit], edges: [] },
  });
  expect(given.body.data).toMatchObject({
    canPublish: false,
    problems: [expect.objectContaining({ code: "no_trigger" })],
  });
  expect((await api.call<Saved>(`GET /api/journeys/${id}`)).body.data._count.nodes).toBe(3);
});

test("S15: faults of nodes and of edges are told in one answer, each with a pointer", async () => {
  const broken = {
    nodes: [manual, { type: "WAITING" }, { ...wait, id: "x" }, { ...exit, name: "end" }],
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 0, targetNodeId: "nowhere" },
      { sourceNodeId: 0, targetNodeId: "end", weight: 200 },
    ],
  };
  const pointers = ["/nodes/1/type", "/nodes/2/id", "/edges/2/weight", "/edges/1/targetNodeId"];
  const draft = await create({ name: "All at once" });
  const answers = [
    await api.call(`PUT /api/journeys/${draft.id}/canvas`, { body: broken }),
    await api.call("POST /api/journeys", { body: { name: "Broken", siteId: api.siteId, ...broken } }),
    await api.call(`POST /api/journeys/${draft.id}/validate`, { body: broken }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  }
  const wellFormed = { nodes: [manual, exit, { ...exit, name: "a" }], edges: [{ sourceNodeId: 7, targetNodeId: 8 }] };
  const more = { siteId: crypto.randomUUID(), audienceId: "nobody", key: draft.key, name: "More" };
  const { body } = await api.call("POST /api/journeys", { body: { ...more, ...wellFormed } });
  expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
    "/edges/0/sourceNodeId",
    "/edges/0/targetNodeId",
    "/siteId",
    "/audienceId",
    "/key",
  ]);
});

test("S15: a save warns of what publishing refuses, in the same words and places", async () => {
  const unfinished = {
    nodes: [
      manual,
      { ...wait, config: { duration: "soon", filters: { plan: "pro" } } },
      { type: "WAIT_FOR_EVENT", config: {} },
      exit,
    ],
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2, trigger: { type: "timer", delay: "later" } },
      { sourceNodeId: 2, targetNodeId: 3 },
    ],
    settings: { exitConditons: [], maxDuration: "long" },
  };
  const { body: saved } = await api.call<Saved>("POST /api/journeys", {
    body: { name: "Unfinished", siteId: api.siteId, ...unfinished },
  });
  const told = saved.warnings.filter(({ severity }) => severity === "error");
  const { status, body } = await api.call(`POST /api/journeys/${saved.data.id}/publish`);
  expect(status).toBe(422);
  expect(body.errors).toEqual(
    told.map(({ severity: _severity, nodeId, edgeId, ...error }) => ({
      ...error,
      ...(nodeId ? { nodeId } : {}),
      ...(edgeId ? { edgeId } : {}),
    })),
  );
  expect(told.map(({ pointer }) => pointer).sort()).toEqual([
    "/edges/1/trigger/delay",
    "/nodes/1/config/duration",
    "/nodes/1/config/filters",
    "/nodes/2/config/eventName",
    "/settings/exitConditons",
    "/settings/maxDuration",
  ]);
});

test("S10: what is not known is kept in the draft, and refused at the top of a body", async () => {
  const extra = { note: "kept" };
  const canvas = {
    nodes: [{ ...manual, ...extra }, { ...wait, config: { duration: "2d", ...extra } }, exit],
    edges: [{ sourceNodeId: 0, targetNodeId: 1, ...extra, trigger: { type: "timer", delay: "1d", ...extra } }],
  };
  const goalConfig = { type: "event", config: { eventName: " bought ", ...extra }, ...extra };
  const { body } = await api.call<Saved>("POST /api/journeys", {
    body: { name: "Kept", siteId: api.siteId, ...canvas, goalConfig, settings: extra },
  });
  const { data, warnings } = body;
  expect(data).toMatchObject({
    nodes: [extra, { config: extra }, {}],
    edges: [{ ...extra, trigger: extra }],
    goalConfig: { ...extra, config: { ...extra, eventName: "bought" } },
    settings: extra,
  });
  const fields = warnings.filter(({ code }) => code === "unknown_field").map(({ pointer }) => pointer);
  expect(fields.sort()).toEqual([
    "/edges/0/note",
    "/edges/0/trigger/note",
    "/goalConfig/config/note",
    "/goalConfig/note",
    "/nodes/0/note",
    "/nodes/1/config/note",
    "/settings/note",
  ]);
  const refused = await api.call(`PUT /api/journeys/${data.id}/canvas`, { body: { nodes: [], edges: [], ...extra } });
  expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, "/note"]);
});
