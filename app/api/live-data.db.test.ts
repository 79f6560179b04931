import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openChannels } from "#channels";
import { startWebServer, type WebAnswer, type WebServer } from "#channels/testing";
import { createRuntime, runOutbox } from "#runtime";
import { MINUTE_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { signSessionFor } from "./testing/members.ts";
import { drawn, later, onEvent, pathsOf, settle, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
let server: WebServer;
let answer: WebAnswer | null;
const channels = openChannels({ defaultFrom: "Acme <hello@acme.example>", allowedNetworks: ["127.0.0.0/8"] });

beforeAll(async () => {
  server = await startWebServer(() => answer);
});
beforeEach(async () => {
  api = await apiFixture();
  answer = { status: 200, body: { plan: { name: "pro", cents: 4_900 } } };
});
afterAll(async () => {
  await server.close();
  await channels.close();
});

const asOwner = async <Body>(request: string, body: unknown) => {
  const cookie = await signSessionFor(api, "owner");
  return api.call<Body>(request, { key: "", headers: { cookie, origin: "http://localhost" }, body });
};
const setUp = (secret = "Bearer s3cret-token") =>
  asOwner("PUT /api/providers/endpoints", {
    settings: { endpoints: [{ key: "crm", origin: server.url, header: "Authorization" }] },
    ...(secret === "" ? {} : { secrets: { crm: secret } }),
  });

const journey = (config: object = {}): Promise<Walked> =>
  drawn(
    api,
    [
      onEvent("asks"),
      {
        type: "LIVE_DATA",
        name: "ask",
        config: {
          url: `${server.url}/people/{{ person.externalId }}`,
          storeAs: "plan",
          map: { name: "plan.name", cents: "plan.cents" },
          fallback: { name: "free", cents: 0 },
          branches: [{ key: "dear", expression: "context.plan.cents > 1000" }],
          ...config,
        },
      },
      { type: "EXIT", name: "dear" },
      { type: "EXIT", name: "cheap" },
      { type: "EXIT", name: "unknown" },
    ],
    {
      edges: [
        { sourceNodeId: 0, targetNodeId: 1 },
        { sourceNodeId: 1, targetNodeId: 2, branch: "dear" },
        { sourceNodeId: 1, targetNodeId: 3, branch: "next" },
        { sourceNodeId: 1, targetNodeId: 4, branch: "failed" },
      ],
    },
  );
const publish = ({ id }: Walked) =>
  api.call<{ errors: { code: string; field: string }[] }>(`POST /api/journeys/${id}/publish`);
const send = async () => {
  await runOutbox({ database: api.database, clock: { kind: "database" }, channels });
  await settle(api);
};

describe("a live-data step", () => {
  test("asks with the person's values and its secret, keeps the answer, and goes on by it once", async () => {
    await setUp();
    const walked = await journey({ endpoint: "crm" });
    expect(await publish(walked)).toMatchObject({ status: 200 });
    await track(api, "asks", ["ada"]);
    const before = server.calls.length;
    await send();
    const [call] = server.calls.slice(before);
    expect(call).toMatchObject({
      method: "GET",
      path: "/people/ada",
      headers: { authorization: "Bearer s3cret-token" },
    });
    expect(await pathsOf(api, walked)).toEqual([["start", "ask", "dear"]]);
    const stored = await api.database.sql`select * from deliveries where workspace_id = ${api.workspaceId}`;
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain("s3cret-token");
    // Its sender dies after the call: it is made again with the same id, and the person does not go on twice.
    await api.database.sql`
      update deliveries set status = 'sending', next_attempt_at = queued_at where workspace_id = ${api.workspaceId}`;
    await send();
    const ids = server.calls.slice(before).map(({ headers }) => headers["idempotency-key"]);
    expect([ids.length, new Set(ids).size, ids[0]]).toEqual([2, 1, stored[0]?.idempotency_key]);
    expect(await pathsOf(api, walked)).toEqual([["start", "ask", "dear"]]);
  });

  test("goes on with its fall-back values after a failure, and explains itself meanwhile", async () => {
    const walked = await journey();
    await publish(walked);
    await track(api, "asks", ["bob"]);
    const why = await api.call(`GET /api/journeys/${walked.id}/explain?userId=bob`);
    expect(JSON.stringify(why.body)).toContain("the answer has to come");
    answer = { status: 404 };
    await send();
    expect(await pathsOf(api, walked)).toEqual([["start", "ask", "unknown"]]);
  });

  test("waits no longer than its time, and calls nobody after it", async () => {
    const walked = await journey({ timeout: "2m" });
    await publish(walked);
    await track(api, "asks", ["carl"]);
    await later(api, 3 * MINUTE_MS);
    expect(await pathsOf(api, walked)).toEqual([["start", "ask", "unknown"]]);
    const before = server.calls.length;
    await api.database.sql`
      update deliveries set expires_at = queued_at where workspace_id = ${api.workspaceId}`;
    await runOutbox(createRuntime(api.database, { report: () => {} }));
    expect(server.calls).toHaveLength(before);
  });

  test.each([
    ["an endpoint that is not set up", { endpoint: "gone" }, "unknown_endpoint", "config.endpoint"],
    ["a template that does not parse", { url: "https://example.com/{{ person." }, "bad_url", "config"],
    ["no address", { url: "ftp://example.com" }, "bad_config", "config.url"],
    ["a call of more than ten seconds", { answerWithin: "11s" }, "bad_config", "config.answerWithin"],
    [
      "a path with a taken name",
      { branches: [{ key: "failed", expression: "true" }] },
      "bad_config",
      "config.branches",
    ],
  ])("cannot be published with %s", async (_, config, code, field) => {
    const { status, body } = await publish(await journey(config));
    expect([status, body.errors]).toMatchObject([422, expect.arrayContaining([expect.objectContaining({ code })])]);
    expect(JSON.stringify(body.errors)).toContain(field);
  });
});

describe("the endpoints of live data", () => {
  test("keep their secrets, and refuse what does not fit", async () => {
    const bare = await setUp("");
    expect([bare.status, bare.body]).toMatchObject([422, { errors: [{ field: "secrets.crm" }] }]);
    await setUp();
    expect((await setUp("")).status).toBe(200);
    const endpoints = [
      { key: "a", origin: `${server.url}/path` },
      { key: "a", origin: server.url },
    ];
    const refused = await asOwner<object>("PUT /api/providers/endpoints", {
      settings: { endpoints },
      secrets: { b: "x" },
    });
    expect(refused.body.errors?.map(({ field }) => field)).toEqual([
      "settings.endpoints.0.origin",
      "settings.endpoints",
    ]);
    const stored = await api.database.sql`select * from providers where workspace_id = ${api.workspaceId}`;
    expect(JSON.stringify(stored)).not.toContain("s3cret");
  });
});
