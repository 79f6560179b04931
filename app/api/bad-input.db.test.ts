import { beforeAll, expect, test } from "vitest";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";

type Made = { data: { id: string; nodes: { id: string }[]; edges: { id: string }[] } };

let api: ApiFixture;
let journey: Made["data"];

const manual = { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } };
const A = "0197a000-0000-7000-8000-00000000000a";
const B = "0197a000-0000-7000-8000-00000000000b";
const exit = { type: "EXIT" };
const edge = { sourceNodeId: 0, targetNodeId: 1 };

beforeAll(async () => {
  api = await apiFixture();
  const { body } = await api.call<Made>("POST /api/journeys", {
    body: { name: "Stays as it is", siteId: api.siteId, nodes: [manual, exit], edges: [edge] },
  });
  journey = body.data;
});

/** Everything that must be untouched by a refused request. */
const snapshot = async () => {
  const { orm } = api.database;
  return JSON.stringify([await orm.select().from(schema.journeys), await orm.select().from(schema.auditLog)]);
};

const refused = async (request: string, body: unknown, status: number, pointer?: string) => {
  const before = await snapshot();
  const answer = await api.call(request, { body });
  expect([answer.status, answer.headers.get("content-type")], JSON.stringify(answer.body)).toEqual([
    status,
    "application/problem+json",
  ]);
  if (pointer !== undefined) expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  expect(await snapshot()).toBe(before);
  return answer.body;
};

test.each([
  ["no JSON at all", "{nodes: [}", 400],
  ["half a document", '{"nodes": [', 400],
  ["an empty body", "", 400],
  ["null", "null", 422],
  ["a list", "[]", 422],
  ["a text", '"canvas"', 422],
  ["a number", "7", 422],
  ["a thousand open lists", "[".repeat(1_000), 400],
  ["bottomless nesting", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`, 422],
  ["a number beyond all bounds", '{"nodes":[],"edges":[],"x":1e999}', 422],
  ["a prototype", '{"nodes":[],"edges":[],"__proto__":{"x":1}}', 422],
])("%s as the body is refused and stores nothing", async (_, body, status) => {
  await refused(`PUT /api/journeys/${journey.id}/canvas`, body, status);
});

test.each([
  ["nodes are no list", { nodes: {}, edges: [] }, "/nodes"],
  ["edges are missing", { nodes: [] }, "/edges"],
  ["a node is no object", { nodes: [null], edges: [] }, "/nodes/0"],
  ["a node has no type", { nodes: [{ config: {} }], edges: [] }, "/nodes/0/type"],
  ["a node's type is unknown", { nodes: [manual, { id: A, type: "TELEPORT" }], edges: [] }, "/nodes/1/type"],
  ["a config is a text", { nodes: [{ ...manual, config: "soon" }], edges: [] }, "/nodes/0/config"],
  ["a config is a list", { nodes: [{ ...manual, config: [] }], edges: [] }, "/nodes/0/config"],
  [
    "a position is no place",
    { nodes: [{ ...manual, position: { x: "left", y: 0 } }], edges: [] },
    "/nodes/0/position/x",
  ],
  ["an id is no uuid", { nodes: [{ ...manual, id: "1" }], edges: [] }, "/nodes/0/id"],
  [
    "two nodes have one id",
    {
      nodes: [
        { ...manual, id: A },
        { ...exit, id: A },
      ],
      edges: [],
    },
    "/nodes/1/id",
  ],
  ["a name is too long", { nodes: [{ ...manual, name: "x".repeat(121) }], edges: [] }, "/nodes/0/name"],
  [
    "an edge leads to a foreign node",
    { nodes: [manual], edges: [{ sourceNodeId: 0, targetNodeId: B }] },
    "/edges/0/targetNodeId",
  ],
  [
    "an edge counts past the end",
    { nodes: [manual], edges: [{ sourceNodeId: 0, targetNodeId: 1 }] },
    "/edges/0/targetNodeId",
  ],
  [
    "a placeholder counts past the end",
    { nodes: [manual], edges: [{ sourceNodeId: "<node-2-id>", targetNodeId: 0 }] },
    "/edges/0/sourceNodeId",
  ],
  ["an edge has no source", { nodes: [manual], edges: [{ targetNodeId: 0 }] }, "/edges/0/sourceNodeId"],
  ["a weight is more than all", { nodes: [manual, exit], edges: [{ ...edge, weight: 101 }] }, "/edges/0/weight"],
  [
    "two edges have one id",
    {
      nodes: [manual, exit],
      edges: [
        { ...edge, id: B },
        { ...edge, id: B },
      ],
    },
    "/edges/1/id",
  ],
  ["a text has a NUL", { nodes: [{ ...manual, config: { note: "a\u0000b" } }], edges: [] }, "/nodes/0/config/note"],
  [
    "a text has half a character",
    { nodes: [{ ...manual, config: { note: "\ud83d" } }], edges: [] },
    "/nodes/0/config/note",
  ],
])("422 names the field when %s", async (_, body, pointer) => {
  const problem = await refused(`PUT /api/journeys/${journey.id}/canvas`, body, 422, pointer);
  const first = problem.errors?.[0];
  expect(first?.field).toBe(pointer.slice(1).replaceAll("/", "."));
  if (pointer.startsWith("/nodes/1")) expect(first?.nodeId).toBe(A);
});

test.each([
  ["the name is missing", { name: undefined }, "/name"],
  ["the name is empty", { name: "  " }, "/name"],
  ["the name is too long", { name: "x".repeat(256) }, "/name"],
  ["the name is a number", { name: 7 }, "/name"],
  ["the site is missing", { siteId: undefined }, "/siteId"],
  ["the site is no uuid", { siteId: "site_xyz" }, "/siteId"],
  ["the site is unknown", { siteId: A }, "/siteId"],
  ["the audience is unknown", { audienceId: "nobody" }, "/audienceId"],
  ["settings are a list", { settings: [] }, "/settings"],
  ["the goal's type is unknown", { goalConfig: { type: "wish", config: {} } }, "/goalConfig/type"],
  ["the deadline is half a day", { goalConfig: { type: "event", config: {}, deadline: 0.5 } }, "/goalConfig/deadline"],
  ["anonymous is a text", { allowAnonymous: "yes" }, "/allowAnonymous"],
  ["a field is unknown", { color: "red" }, "/color"],
  ["an edge is foreign", { nodes: [manual], edges: [{ sourceNodeId: A, targetNodeId: 0 }] }, "/edges/0/sourceNodeId"],
])("creating is refused when %s", async (_, extra, pointer) => {
  await refused("POST /api/journeys", { name: "New", siteId: api.siteId, ...extra }, 422, pointer);
});

test.each([
  "unknown",
  A,
  "jrn_000000000000",
  "999999",
  "99999999999999999999",
  "\u0000",
  "a/b",
  "😀",
  "'; drop table journeys; --",
])("a journey named %j does not exist", async (reference) => {
  const { status, body } = await api.call(`GET /api/journeys/${encodeURIComponent(reference)}`);
  expect([status, body.code]).toEqual([404, "not_found"]);
});

test.each([
  "page=0",
  "page=-1",
  "page=x",
  "page=1e9",
  "page=1.5",
  "limit=0",
  "limit=101",
  "limit=ten",
  "status=LIVE",
  "siteId=7",
  "search=%00",
])("a list refuses %s with 400", async (query) => {
  const { status, body } = await api.call(`GET /api/journeys?${query}`);
  expect([status, body.code]).toEqual([400, "bad_request"]);
  expect(body.detail).toContain(query.split("=")[0]);
});

test("a page past the end is empty", async () => {
  const { status, body } = await api.call<{ data: unknown[] }>("GET /api/journeys?page=999999&limit=100");
  expect([status, body.data]).toEqual([200, []]);
});

test("a body over its size is 413, announced or not", async () => {
  const body = JSON.stringify({ name: "x".repeat(1_100_000) });
  await refused(`PATCH /api/journeys/${journey.id}`, body, 413);
  const stream = new Blob([body]).stream();
  const response = await send("PATCH", `/api/journeys/${journey.id}`, { key: api.secretKey, body: stream });
  expect(response.status).toBe(413);
});

test("bytes that are no text are 400", async () => {
  const body = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]);
  const response = await send("PATCH", `/api/journeys/${journey.id}`, { key: api.secretKey, body });
  expect(response.status).toBe(400);
});

test("what is unfinished or wrong but well-formed is saved: cycles, self-edges, expressions, durations, templates", async () => {
  const nodes = [
    manual,
    { type: "WAIT", config: { duration: "-7 fortnights" } },
    { type: "CONDITION", config: { expression: "person.traits.plan ==" } },
    { type: "CONTENT", contentId: "nowhere", config: { contentType: "email" } },
  ];
  const edges = [
    edge,
    { sourceNodeId: 1, targetNodeId: 1 },
    { sourceNodeId: 2, targetNodeId: 3 },
    { sourceNodeId: 3, targetNodeId: 2 },
  ];
  const saved = await api.call<{ warnings: { code: string }[] }>("POST /api/journeys", {
    body: { name: "Unfinished", siteId: api.siteId, nodes, edges, settings: { maxDuration: "never" } },
  });
  expect(saved.status).toBe(201);
  const codes = new Set(saved.body.warnings.map(({ code }) => code));
  for (const code of ["bad_duration", "bad_expression", "unknown_content", "cycle_without_wait"])
    expect(codes).toContain(code);
});
