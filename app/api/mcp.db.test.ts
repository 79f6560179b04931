import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Scope } from "#services";
import { createKey } from "#services/accounts";
import { POST } from "./mcp/route.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { addMember } from "./testing/members.ts";
import { exit, pause } from "./testing/steps.ts";
import { onEvent, published, track, type Walked } from "./testing/walk.ts";

type Result = { isError?: boolean; structuredContent?: Record<string, unknown>; content: { text: string }[] };
type Args = Record<string, unknown>;

let api: ApiFixture;
let journey: Walked;
let person: string;
const ALL: readonly Scope[] = ["read", "draft", "publish", "send", "personal"];

beforeAll(async () => {
  api = await apiFixture();
  journey = await published(api, [onEvent("came"), pause, exit]);
  [person = ""] = await track(api, "came", ["ann"]);
  await api.call(`PATCH /api/people/${person}`, { body: { traits: { email: "ann@example.com", plan: "free" } } });
  await api.call("POST /api/segments", { body: { name: "Regulars" } });
  await api.call("POST /api/content", { body: { name: "Hello", type: "email", subject: "Hello" } });
});

const keyWith = async (scopes: readonly Scope[] | null) => {
  const createdBy = await addMember(api, "owner");
  const { workspaceId } = api;
  return (
    await createKey(api.database.orm, { workspaceId, siteId: null, kind: "secret", name: "Agent", scopes, createdBy })
  ).plain;
};

/** A real client whose requests are answered by the route itself. */
async function connect(key: string, generation: "2025" | "2026" = "2026"): Promise<Client> {
  const fetch = (url: string | URL | Request, init?: RequestInit) =>
    POST(new Request(url, init), { params: Promise.resolve({}) });
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  const transport = new StreamableHTTPClientTransport(new URL("http://localhost/api/mcp"), { fetch, requestInit });
  const options = generation === "2026" ? { versionNegotiation: { mode: "auto" as const } } : {};
  const client = new Client({ name: "test", version: "1" }, options);
  await client.connect(transport);
  return client;
}

const call = async (client: Client, name: string, args: Args = {}) =>
  (await client.callTool({ name, arguments: args })) as unknown as Result;

async function taken(client: Client, name: string, args: Args = {}): Promise<Record<string, unknown>> {
  const result = await call(client, name, args);
  if (result.isError) throw new Error(`${name}: ${result.content[0]?.text}`);
  return result.structuredContent ?? {};
}

type Drafted = {
  journey: { id: string; revision: number; nodes: Args[]; edges: Args[] };
  warnings: { code: string }[];
};

const steps = {
  nodes: [onEvent("left"), { type: "WAIT", name: "rest", config: { duration: "2d" } }, { type: "EXIT", name: "done" }],
  edges: [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: "rest", targetNodeId: "done" },
  ],
};

/** A valid call of each tool, in an order in which each finds what it needs. */
async function callEach(client: Client): Promise<string[]> {
  const made = (await taken(client, "create_journey", { name: "Made", ...steps })) as Drafted;
  const own = { journey: made.journey.id };
  const drawn = (await taken(client, "change_canvas", {
    ...own,
    revision: made.journey.revision,
    ...steps,
  })) as Drafted;
  const settled = (await taken(client, "change_settings", {
    ...{ ...own, revision: drawn.journey.revision, settings: { reEntry: "every" } },
  })) as Drafted;
  const live = { journey: journey.id };
  const { data: enrolled } = (await taken(client, "person_timeline", { person })) as { data: { id: string }[] };
  const { data: plan } = (await taken(client, "submit_plan", {
    ...{ journeyId: made.journey.id, title: "Go", revision: settled.journey.revision, backtest: { days: 1 } },
  })) as { data: { id: string } };
  const rest: Record<string, Args> = {
    list_journeys: { search: "Made" },
    show_journey: own,
    validate_journey: own,
    node_kinds: {},
    simulate_journey: { ...own, person: { traits: { plan: "pro" } }, trigger: { eventName: "left" } },
    backtest_journey: { ...live, days: 7 },
    journey_stats: live,
    journey_funnel: live,
    journey_days: live,
    near_misses: live,
    find_people: { limit: 5 },
    show_person: { person },
    show_enrollment: { ...live, enrollmentId: enrolled[0]?.id ?? "" },
    explain_person: { ...live, person },
    list_segments: {},
    show_segment: { segment: "regulars" },
    list_content: {},
    show_content: { content: "hello" },
    list_event_names: {},
    list_sites: {},
    list_plans: { status: "pending" },
    show_plan: { planId: plan.id },
    enroll_people: { ...live, people: [{ personId: person }] },
    pause_journey: own,
  };
  for (const [name, args] of Object.entries(rest)) {
    if (name === "pause_journey") expect((await call(client, name, args)).content[0]?.text).toMatch(/^conflict: /);
    else await taken(client, name, args);
  }
  return ["create_journey", "change_canvas", "change_settings", "person_timeline", "submit_plan", ...Object.keys(rest)];
}

describe.each(["2025", "2026"] as const)("a client of protocol generation %s", (generation) => {
  test("lists every tool with its schemas, calls each, and finds each answer as declared", async () => {
    const client = await connect(await keyWith(ALL), generation);
    const { tools } = await client.listTools();
    for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
      expect([name, (description ?? "").length > 20, inputSchema.type, outputSchema?.type]).toEqual([
        ...[name, true, "object", "object"],
      ]);
      expect([name, typeof annotations?.readOnlyHint]).toEqual([name, "boolean"]);
    }
    expect((await callEach(client)).sort()).toEqual(tools.map(({ name }) => name).sort());
    await client.close();
  });
});

describe("scopes", () => {
  const READ_ONLY = /^(list|show|find|validate|simulate|backtest|journey|near|person|explain|node)_/;

  test("a key without scopes, and one that may read, see the tools that read, and no person's traits", async () => {
    for (const scopes of [null, ["read"] as const]) {
      const client = await connect(await keyWith(scopes));
      const { tools } = await client.listTools();
      expect(tools.filter(({ name }) => !READ_ONLY.test(name)).map(({ name }) => name)).toEqual([]);
      const answers = await Promise.all([
        taken(client, "find_people"),
        taken(client, "show_person", { person }),
        taken(client, "person_timeline", { person }),
        taken(client, "explain_person", { journey: journey.id, person }),
      ]);
      expect(JSON.stringify(answers)).not.toMatch(/ann|free/);
      const simulated = await call(client, "simulate_journey", { journey: journey.id, personId: person });
      expect([simulated.isError, simulated.content[0]?.text]).toEqual([
        true,
        expect.stringContaining("scope personal"),
      ]);
      await expect(client.callTool({ name: "create_journey", arguments: { name: "No" } })).rejects.toThrow();
    }
  });

  test("with the scope personal people are shown whole", async () => {
    const client = await connect(await keyWith(["read", "personal"]));
    expect(await taken(client, "show_person", { person })).toMatchObject({
      person: { externalId: "ann", traits: { plan: "free" } },
    });
    expect(await taken(client, "explain_person", { journey: journey.id, person })).toHaveProperty("sentence");
  });

  test("no tool publishes, whatever the scopes; pausing and enrolling need theirs", async () => {
    const namesFor = async (...scopes: Scope[]) =>
      (await (await connect(await keyWith(scopes))).listTools()).tools.map(({ name }) => name);
    expect((await namesFor(...ALL)).filter((name) => /publish|resume|approve/.test(name))).toEqual([]);
    expect(await namesFor("publish")).toEqual(["pause_journey"]);
    expect(await namesFor("send")).toEqual(["enroll_people"]);
    expect(await namesFor("draft")).toEqual(["create_journey", "change_canvas", "change_settings", "submit_plan"]);
  });
});

describe("what goes wrong is said", () => {
  test("all findings at once, each with its place; nothing is stored", async () => {
    const client = await connect(await keyWith(["read", "draft"]));
    const bad = await call(client, "create_journey", {
      name: "Bad",
      nodes: [{ type: "DANCE" }, { type: "WAIT", config: 7 }],
      edges: [{ sourceNodeId: 0 }],
    });
    expect(bad.isError).toBe(true);
    for (const place of ["/nodes/0/type", "/nodes/1/config", "/edges/0/targetNodeId"])
      expect(bad.content[0]?.text).toContain(place);
    const { body } = await api.call<{ data: { name: string }[] }>("GET /api/journeys?search=Bad");
    expect(body.data).toEqual([]);
  });

  test("a draft that moved on is refused with its revision", async () => {
    const client = await connect(await keyWith(["read", "draft"]));
    const { journey: made } = (await taken(client, "create_journey", { name: "Moved", ...steps })) as Drafted;
    const late = await call(client, "change_canvas", { journey: made.id, revision: made.revision + 7, ...steps });
    expect([late.isError, late.content[0]?.text]).toEqual([true, expect.stringContaining('"currentRevision"')]);
  });

  test("an object of another workspace does not exist", async () => {
    const other = await apiFixture();
    const theirs = await published(other, [onEvent("came"), exit]);
    const client = await connect(await keyWith(ALL));
    const tools = [
      "show_journey",
      "validate_journey",
      "journey_stats",
      "journey_funnel",
      "journey_days",
      "near_misses",
    ];
    for (const name of tools)
      expect([name, (await call(client, name, { journey: theirs.id })).content[0]?.text]).toEqual([
        ...[name, "not_found: There is no such journey."],
      ]);
  });
});

test("a text that cannot be stored is refused with its place, and nothing is in the log", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const client = await connect(await keyWith(["draft"]));
  const calling = client.callTool({ name: "create_journey", arguments: { name: "N\u0000" } });
  await expect(calling).rejects.toThrow(/params\.arguments\.name/);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

describe("the door", () => {
  const body = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const headers = { accept: "application/json, text/event-stream", "content-type": "application/json" };

  test("refuses nobody's requests, publishable keys and foreign origins", async () => {
    expect((await send("POST", "/api/mcp", { body, headers })).status).toBe(401);
    expect((await send("POST", "/api/mcp", { key: api.publishableKey, body, headers })).status).toBe(403);
    const foreign = { ...headers, origin: "https://evil.example", host: "localhost" };
    expect((await send("POST", "/api/mcp", { key: api.secretKey, body, headers: foreign })).status).toBe(403);
    expect((await send("POST", "/api/mcp", { key: api.secretKey, body, headers })).status).toBe(200);
  });
});
