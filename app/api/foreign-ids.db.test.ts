import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { newId } from "#db";
import { type RouteInfo, registeredRoutes } from "#http";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";
import { settle, track } from "./testing/walk.ts";

/**
 * In every place of a query or body that takes an id, an id of another workspace is answered like an unknown id. The
 * places are read from the routes' schemas: a new one fails until a request below uses it.
 */

type Made = { data: { id: string } };
type Drawn = { data: { id: string; nodes: { id: string; name: string }[]; edges: { id: string }[] } };

/** One object of each kind of a workspace. */
type Objects = Readonly<Record<string, string>>;
type Sent = { readonly query?: Readonly<Record<string, string>>; readonly body?: unknown };

let owner: ApiFixture;
let stranger: ApiFixture;
let theirs: Objects;
let mine: Objects;

beforeAll(async () => {
  owner = await apiFixture();
  stranger = await apiFixture();
  theirs = await fill(owner);
  mine = await fill(stranger);
});

async function fill(api: ApiFixture): Promise<Objects> {
  const make = async (path: string, body: unknown) => {
    const answer = await api.call<Made>(`POST /api/${path}`, { body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.data.id;
  };
  const content = await make("content", { name: "Hello", type: "email", subject: "Hello", html: "<p>Hello</p>" });
  const segment = await make("segments", { name: "Regulars" });
  const draw = async (name: string, steps: readonly Record<string, unknown>[]) => {
    const start = { type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: name } } };
    const nodes = [start, ...steps, { type: "EXIT", config: {} }];
    const edges = nodes.slice(1).map((_, at) => ({ sourceNodeId: at, targetNodeId: at + 1 }));
    const body = { name, siteId: api.siteId, nodes, edges };
    const { data } = (await api.call<Drawn>("POST /api/journeys", { body })).body;
    const published = await api.call(`POST /api/journeys/${data.id}/publish`);
    if (published.status !== 200) throw new Error(JSON.stringify(published.body));
    return data;
  };
  const walked = await draw("came", [
    { type: "CONTENT", config: { contentType: "email" }, contentId: content },
    { type: "WAIT", config: { duration: "1d" } },
  ]);
  const parted = await draw("left", [{ type: "SPLIT", config: {} }]);
  const [person = ""] = await track(api, "came", ["visitor"], { traits: { email: "visitor@example.com" } });
  await settle(api);
  const first = async (path: string) => (await api.call<{ data: { id: string }[] }>(path)).body.data[0]?.id ?? "";
  const objects = {
    ...{ offer: await make("offers", { name: "Gold" }), flow: await make("decision-flows", { name: "Cards" }) },
    ...{ content, segment, person, site: api.siteId, workspace: api.workspaceId },
    journey: walked.id,
    parted: parted.id,
    asking: await make("segments", { name: "Asks", rules: { all: [{ segment }] } }),
    node: walked.nodes[2]?.id ?? "",
    split: parted.nodes[1]?.id ?? "",
    edge: parted.edges[1]?.id ?? "",
    version: await first(`GET /api/journeys/${walked.id}/versions`),
    enrollment: await first(`GET /api/journeys/${walked.id}/enrollments`),
    delivery: await first("GET /api/deliveries"),
  };
  for (const [kind, id] of Object.entries(objects)) if (id === "") throw new Error(`no ${kind}`);
  return objects;
}

/** A canvas whose steps and edges have the ids of `of`. */
const canvas = (of: Objects) => ({
  nodes: [
    {
      id: newId(),
      type: "TRIGGER",
      name: "start",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "came" } },
      position: { x: 0, y: 0 },
    },
    {
      id: of.node,
      type: "CONTENT",
      name: "mail",
      config: { contentType: "email" },
      contentId: of.content,
      position: { x: 0, y: 140 },
    },
  ],
  edges: [{ id: of.edge, sourceNodeId: "start", targetNodeId: "mail" }],
});

/** Migrations of people on older versions, with one id of `of` in each. */
const plans = (of: Objects): readonly Sent[] =>
  [{ nodeId: of.node }, { versionId: of.version }, { toNodeId: of.node }].map((given) => {
    const step = { nodeId: mine.node, versionId: mine.version, action: "move", toNodeId: mine.node, ...given };
    return { body: { migration: { steps: [step] } } };
  });

/** A request for each route with such places, with ids of `of` in them. All other values are valid. */
const REQUESTS: Record<string, (of: Objects) => readonly Sent[]> = {
  "GET /api/audit": (of) => [{ query: { journeyId: id(of, "journey") } }],
  "POST /api/content/preview": (of) => [{ body: { html: "{{ traits.email }}", personId: of.person } }],
  "POST /api/decision-flows/[id]/test": (of) => [{ body: { personId: of.person } }],
  "POST /api/offers": (of) => [{ body: { name: "Silver card", contentId: of.content } }],
  "PATCH /api/offers/[id]": (of) => [{ body: { contentId: of.content } }],
  "POST /api/outcomes": (of) => [
    { body: { outcome: "click", personId: of.person, messageId: newId() } },
    { body: { outcome: "click", personId: mine.person, enrollmentId: of.enrollment, deliveryId: of.delivery } },
  ],
  "GET /api/deliveries": (of) => [
    { query: { journeyId: id(of, "journey") } },
    { query: { personId: id(of, "person") } },
    { query: { enrollmentId: id(of, "enrollment") } },
  ],
  "GET /api/events": (of) => [{ query: { personId: id(of, "person") } }],
  "GET /api/journeys": (of) => [{ query: { siteId: id(of, "site") } }],
  "POST /api/journeys": (of) => [
    { body: { name: "New", siteId: of.site } },
    { body: { name: "New", siteId: mine.site, audienceId: of.segment } },
    { body: { name: "New", siteId: mine.site, ...canvas({ ...mine, content: id(of, "content") }) } },
  ],
  "PATCH /api/journeys/[id]": (of) => [{ body: { siteId: of.site } }, { body: { audienceId: of.segment } }],
  "PUT /api/journeys/[id]/canvas": (of) => [{ body: canvas(of) }],
  "POST /api/journeys/[id]/validate": (of) => [{ body: canvas(of) }],
  "POST /api/journeys/[id]/backtest": (of) => [{ body: { days: 7, draft: canvas(of) } }],
  "POST /api/journeys/[id]/forecast": (of) => [{ body: { draft: canvas(of) } }],
  "POST /api/journeys/[id]/test": (of) => [
    { body: { personId: of.person } },
    { body: { person: { externalId: "made", segments: [of.segment] }, draft: canvas(of) } },
  ],
  "GET /api/journeys/[id]/enrollments": (of) => [
    { query: { nodeId: id(of, "node") } },
    { query: { personId: id(of, "person") } },
  ],
  "POST /api/journeys/[id]/enrollments": (of) => [
    { body: { segmentId: of.segment } },
    { body: { people: [{ personId: of.person }] } },
  ],
  "POST /api/journeys/[id]/enrollments/preview": (of) => [
    { body: { segmentId: of.segment } },
    { body: { people: [{ personId: of.person }] } },
  ],
  "POST /api/journeys/[id]/moments": (of) => [
    { body: { type: "WAIT", config: { duration: "1d" }, personId: of.person } },
  ],
  "POST /api/journeys/[id]/enrollments/retry": (of) => [{ body: { nodeId: of.node } }],
  "GET /api/journeys/[id]/explain": (of) => [
    { query: { personId: id(of, "person") } },
    { query: { enrollmentId: id(of, "enrollment") } },
  ],
  "GET /api/journeys/[id]/live": (of) => [{ query: { versionId: id(of, "version") } }],
  "POST /api/journeys/[id]/publish": plans,
  "POST /api/journeys/[id]/publish/preview": plans,
  "POST /api/journeys/[id]/versions/[versionId]/rollback": plans,
  "POST /api/journeys/[id]/versions/[versionId]/rollback/preview": plans,
  "GET /api/journeys/[id]/stats": (of) => [{ query: { versionId: id(of, "version") } }],
  "POST /api/journeys/[id]/splits/[nodeId]/promote": (of) => [{ body: { edgeId: of.edge } }],
  "POST /api/segments": (of) => [{ body: { name: "Asks", rules: { all: [{ segment: of.segment }] } } }],
  "PATCH /api/segments/[id]": (of) => [{ body: { rules: { all: [{ segment: of.segment }] } } }],
  "POST /api/keys": (of) => [{ body: { name: "Site", kind: "publishable", siteId: of.site } }],
  "PUT /api/me/workspace": (of) => [{ body: { workspaceId: of.workspace } }],
  "GET /api/operations": (of) => [{ query: { journeyId: id(of, "journey") } }],
  "GET /api/people": (of) => [{ query: { segmentId: id(of, "segment") } }],
  "POST /api/segments/[id]/members": (of) => [
    { body: { personIds: [of.person] } },
    { body: { people: [{ personId: of.person }] } },
  ],
  "DELETE /api/segments/[id]/members": (of) => [
    { body: { personIds: [of.person] } },
    { body: { people: [{ personId: of.person }] } },
  ],
  "POST /api/signals/rejected/discard": (of) => [{ body: { ids: [of.delivery] } }],
  "POST /api/signals/rejected/replay": (of) => [{ body: { ids: [of.delivery] } }],
};

const KINDS: Objects = { journeys: "journey", segments: "segment", offers: "offer", "decision-flows": "flow" };

/** The object in the address, if it is not the usual one of the noun. */
const OBJECTS: Readonly<Record<string, string>> = {
  "POST /api/journeys/[id]/splits/[nodeId]/promote": "parted",
  "PATCH /api/segments/[id]": "asking",
};

/** Names that a client gives, which mean something in its own workspace only. */
const NOT_IDS = new Set(["externalId", "anonymousId", "userId", "sourceNodeId", "targetNodeId"]);

const id = (of: Objects, kind: string): string => of[kind] ?? "";

type Shape = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
} & Partial<Record<"anyOf" | "oneOf" | "allOf", readonly Shape[]>>;

/** The names of a schema's fields that hold ids, at any depth. */
function idFields(shape: Shape, defs = shape.$defs ?? {}): string[] {
  const { $ref, properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = shape;
  const named = $ref ? defs[$ref.split("/").at(-1) ?? ""] : undefined;
  const parts = [...anyOf, ...oneOf, ...allOf, ...(items ? [items] : []), ...(named ? [named] : [])];
  const own = Object.keys(properties).filter((name) => /(?:^ids?|Ids?)$/.test(name) && !NOT_IDS.has(name));
  return [...new Set([...own, ...[...Object.values(properties), ...parts].flatMap((part) => idFields(part, defs))])];
}

const fieldsOf = ({ query, body }: RouteInfo): string[] =>
  [query, body].flatMap((schema) =>
    schema ? idFields(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape) : [],
  );

const routes = registeredRoutes().filter(({ role }) => role !== "public");
const asking = routes.filter((route) => REQUESTS[`${route.method} ${route.path}`]);

test("every place where an id can stand is in a request", () => {
  const names = (value: unknown): string[] =>
    value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([name, part]) => [name, ...names(part)])
      : [];
  const of = new Proxy({}, { get: () => newId() }) as Objects;
  mine ??= of;
  const missing = routes.flatMap((route) => {
    const given = new Set((REQUESTS[`${route.method} ${route.path}`]?.(of) ?? []).flatMap(names));
    return fieldsOf(route).flatMap((field) => (given.has(field) ? [] : [`${route.method} ${route.path}: ${field}`]));
  });
  expect(missing).toEqual([]);
});

describe("an id of one's own is taken", () => {
  // Valid with own ids, so that only the foreign id can be the reason for a refusal.
  test.each(asking.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (name, route) => {
    for (const request of REQUESTS[name]?.(mine) ?? []) {
      const { status, text } = await answer(route, request, mine);
      expect(status, `${JSON.stringify(request)}: ${text}`).toBeLessThan(400);
    }
  });
});

describe("another workspace's id is answered as one that nothing has", () => {
  test.each(asking.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (name, route) => {
    const unknown = Object.fromEntries(Object.keys(theirs).map((kind) => [kind, newId()]));
    const asked = REQUESTS[name]?.(theirs) ?? [];
    const strange = REQUESTS[name]?.(unknown) ?? [];
    for (const [at, request] of asked.entries()) {
      const foreign = await answer(route, request, theirs);
      const none = await answer(route, strange[at] ?? {}, unknown);
      expect(foreign, JSON.stringify(request)).toEqual(none);
    }
  });

  test("and its owner finds everything as it was", async () => {
    const read = async (path: string) => (await owner.call<{ data: { id: string }[] }>(path)).body;
    expect((await read(`GET /api/segments/${theirs.segment}`)).data).toMatchObject({ _count: { members: 0 } });
    expect((await read("GET /api/journeys")).data.map(({ id }) => id).sort()).toEqual(
      [theirs.journey, theirs.parted].sort(),
    );
    expect((await read("GET /api/people")).data.map(({ id }) => id)).toEqual([theirs.person]);
    expect((await read(`GET /api/journeys/${theirs.journey}/enrollments`)).data).toHaveLength(1);
    expect((await read("GET /api/deliveries")).data.map(({ id }) => id)).toEqual([theirs.delivery]);
  });
});

/** Status and body, with the request's ids and what the server makes at random taken out. */
async function answer(route: RouteInfo, { query, body }: Sent, of: Objects): Promise<{ status: number; text: string }> {
  const path = route.path
    .replace(
      "[id]",
      mine[OBJECTS[`${route.method} ${route.path}`] ?? KINDS[route.path.split("/")[2] ?? ""] ?? ""] ?? "",
    )
    .replace("[nodeId]", mine.split ?? "")
    .replace("[versionId]", mine.version ?? "");
  const search = query ? `?${new URLSearchParams(query)}` : "";
  const cookie = await signSessionFor(stranger, "owner");
  const response = await send(
    route.method,
    `${path}${search}`,
    { body, headers: { cookie } },
    AbortSignal.timeout(500),
  );
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  if (isStream) await response.body?.cancel();
  const text = isStream ? "" : await response.text();
  return { status: response.status, text: settled(text, of) };
}

function settled(text: string, of: Objects): string {
  const named = Object.entries(of).reduce((rest, [kind, value]) => rest.replaceAll(value, `<${kind}>`), text);
  return named
    .replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, "<id>")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replaceAll(/\b(?:jrn|pk|sk)_\w+/g, "<key>")
    .replaceAll(/"(number|revision)":\d+/g, '"$1":0')
    .replaceAll(/"key":"[\w-]+"/g, '"key":"…"');
}
