import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "#runtime";
import { schema } from "#store";
import { appendSignals } from "#store/inbox";
import { HOUR_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { act, ask, exit, pause } from "./testing/steps.ts";
import { later, onEvent, published, settle, track } from "./testing/walk.ts";

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

type Segment = { data: { id: string; key: string; name: string; kind: string; _count: { members: number } } };

const segment = async (reference: string) => await api.call<Segment>(`GET /api/segments/${reference}`);
const add = async (key: string, userId: string) => {
  await api.call("POST /api/people", { body: { externalId: userId } });
  const { status } = await api.call(`POST /api/segments/${key}/members`, {
    body: { people: [{ userId }] },
  });
  expect(status).toBe(200);
};
const make = async (key: string, of = api, rules?: Record<string, unknown>) =>
  (await of.call<Segment>("POST /api/segments", { body: { name: key, key, ...(rules ? { rules } : {}) } })).body.data
    .id;
const person = async (userId: string) => {
  const rows = await api.database.orm.select().from(schema.people).where(eq(schema.people.externalId, userId));
  return rows.find((row) => row.workspaceId === api.workspaceId);
};
const statuses = async (journeyId: string) => {
  const rows = await api.database.orm
    .select({ status: schema.enrollments.status, node: schema.enrollments.lastNodeId })
    .from(schema.enrollments)
    .where(eq(schema.enrollments.journeyId, journeyId));
  return rows.map(({ status }) => status);
};
const ended = async (walked: { id: string; nodes: readonly { id: string; name: string }[] }) => {
  const rows = await api.database.orm
    .select({ node: schema.enrollments.lastNodeId })
    .from(schema.enrollments)
    .where(eq(schema.enrollments.journeyId, walked.id));
  return rows.map(({ node }) => walked.nodes.find(({ id }) => id === node)?.name);
};

/** Gives the step “ask” of a journey's draft another config. */
const redraw = async (journeyId: string, config: Record<string, unknown>) => {
  const { body } = await api.call<{ data: { nodes: Record<string, unknown>[]; edges: unknown[] } }>(
    `GET /api/journeys/${journeyId}`,
  );
  const nodes = body.data.nodes.map((node) => (node.name === "ask" ? { ...node, config } : node));
  await api.call(`PUT /api/journeys/${journeyId}/canvas`, { body: { nodes, edges: body.data.edges } });
};

describe("what a document names", () => {
  test("S2: an unknown segment key is created empty by publishing, with a warning, and nothing of the person is lost", async () => {
    const bad = await published(api, [onEvent("bad"), act({ type: "add_segment", segment: "nope" }), exit]);
    const draft = await api.call<{ warnings: { code: string; message: string }[] }>(
      `POST /api/journeys/${bad.id}/validate`,
    );
    expect(draft.status).toBe(200);
    expect((await segment("nope")).body.data).toMatchObject({ kind: "static", _count: { members: 0 } });
    const fine = await published(api, [onEvent("fine"), pause, exit]);
    const { database, workspaceId } = api;
    await ingest(database, [
      { workspaceId, userId: "ada", type: "identify", traits: { keep: "me" } },
      { workspaceId, userId: "ada", type: "track", event: "fine" },
      { workspaceId, userId: "ada", type: "track", event: "bad" },
    ]);
    await settle(api);
    expect((await person("ada"))?.traits).toEqual({ keep: "me" });
    expect([await statuses(bad.id), await statuses(fine.id)]).toEqual([["completed"], ["active"]]);
    expect((await segment("nope")).body.data._count.members).toBe(1);
  });

  test("S2: every place that names a segment creates it, but for numbers, ids and plain filters", async () => {
    const nodes = [
      {
        type: "TRIGGER",
        name: "start",
        config: { triggerType: "SEGMENT_ENTERED", triggerConfig: { segment: "entered" } },
      },
      { type: "WAIT_FOR_CONDITION", name: "wait", config: { include: [{ segment: "awaited" }], timeout: "1d" } },
      act({ type: "remove_segment", segment: "left" }, { type: "add_segment", segment: "Big Spenders" }),
      { type: "CONDITION", name: "ask", config: { expression: '"asked" in segments || traits.plan == "pro"' } },
      exit,
    ];
    const edges = [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2 },
      { sourceNodeId: 2, targetNodeId: 3 },
      { sourceNodeId: 3, targetNodeId: 4, branch: "TRUE" },
      { sourceNodeId: 3, targetNodeId: 4, branch: "FALSE" },
    ];
    const entry = { segments: ["entry", 12] };
    await published(api, nodes, {
      edges,
      settings: { entryConditions: entry, exitConditions: [{ rules: { all: [{ segment: "exit" }] } }] },
    });
    await published(api, [onEvent("other"), exit], { settings: { entryConditions: { segment: "a property" } } });
    const { body } = await api.call<{ data: { key: string; name: string }[] }>("GET /api/segments?limit=100");
    expect(body.data.map(({ key }) => key).sort()).toEqual([
      "asked",
      "awaited",
      "big-spenders",
      "entered",
      "entry",
      "exit",
      "left",
    ]);
  });

  test.each([
    ["rules", { rules: { all: [{ segment: "vip" }] } }],
    ["an expression", { expression: '"vip" in segments' }],
    ["an expression that looks through them", { expression: 'segments.exists(s, s == "vip")' }],
  ])("S2: a version that asks by %s goes on meaning the segment that its key was of", async (_where, config) => {
    await make("vip");
    await add("vip", "ada");
    const { nodes, edges, name } = ask(config, "vip");
    const walked = await published(api, nodes, { edges, name });
    await track(api, "in", ["ada", "ben"]);
    expect((await api.call("PATCH /api/segments/vip", { body: { key: "gold" } })).status).toBe(200);
    await settle(api);
    await later(api, 2 * HOUR_MS);
    expect((await ended(walked)).sort()).toEqual(["no", "yes"]);
  });

  test("S2: a pinned name does not pass to another segment that takes the key, and a draft goes by the former key", async () => {
    const vip = await make("vip");
    await add("vip", "ada");
    const { nodes, edges, name } = ask({ rules: { all: [{ segment: "vip" }] } }, "vip");
    const walked = await published(api, nodes, { edges, name });
    await api.call("PATCH /api/segments/vip", { body: { key: "gold" } });
    const refused = await api.call("POST /api/segments", { body: { name: "Other", key: "vip" } });
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      422,
      expect.stringContaining("the draft of Asks vip"),
    ]);
    await redraw(walked.id, { rules: { all: [{ segment: "gold" }] } });
    expect((await api.call("POST /api/segments", { body: { name: "Other", key: "vip" } })).status).toBe(201);
    await track(api, "in", ["ada"]);
    await later(api, 2 * HOUR_MS);
    expect(await ended(walked)).toEqual(["yes"]);
    const [version] = await api.database.orm
      .select()
      .from(schema.versions)
      .where(eq(schema.versions.journeyId, walked.id));
    expect(version?.program).toMatchObject({ pins: { segments: { vip } } });
  });

  test("S2: a rollback means what its version meant, and creates again what was deleted since", async () => {
    const vip = await make("vip");
    const { nodes, edges, name } = ask({ rules: { all: [{ segment: "vip" }] } }, "vip");
    const walked = await published(api, nodes, { edges, name });
    const { versions } = schema;
    const stored = () =>
      api.database.orm.select().from(versions).where(eq(versions.journeyId, walked.id)).orderBy(versions.number);
    const [first] = await stored();
    const address = `POST /api/journeys/${walked.id}`;
    const retire = async () => {
      await redraw(walked.id, { expression: "true" });
      expect((await api.call(`${address}/publish`)).status).toBe(200);
    };
    const back = async () => {
      expect((await api.call(`${address}/versions/${first?.id}/rollback`)).status).toBe(200);
      return (await stored()).at(-1)?.program;
    };
    await retire();
    await api.call("PATCH /api/segments/vip", { body: { key: "gold" } });
    const other = await make("vip");
    expect(await back()).toMatchObject({ pins: { segments: { vip } } });
    await retire();
    for (const id of [vip, other]) expect((await api.call(`DELETE /api/segments/${id}`)).status).toBe(204);
    expect(await back()).toMatchObject({ pins: { segments: { vip: (await segment("vip")).body.data.id } } });
    expect((await segment("vip")).body.data.id).not.toBe(vip);
  });

  test("S2: a segment that is gone all the same fails the step that adds to it, and nothing else", async () => {
    const walked = await published(
      api,
      [
        onEvent("in"),
        act({ type: "remove_segment", segment: "list" }),
        pause,
        act({ type: "add_segment", segment: "list" }),
        exit,
      ].map((node, index) => ({ ...node, name: `n${index}` })),
    );
    await track(api, "in", ["ada"]);
    const { id } = (await segment("list")).body.data;
    // As by hand, or by an older release.
    await api.database.orm.delete(schema.segments).where(eq(schema.segments.id, id));
    await api.database.sql`update engine_config set revision = revision + 1`;
    await track(api, "in", ["ben"]);
    await later(api, 2 * HOUR_MS);
    expect(await statuses(walked.id)).toEqual(["failed", "failed"]);
    const [kept] = await api.database.sql`select count(*)::int as n from rejected_signals`;
    expect(kept).toEqual({ n: 0 });
    const [told] = await api.database
      .sql`select count(*)::int as n from history where journey_id = ${walked.id} and hops::text like '%There is no segment “list”%'`;
    expect(told).toEqual({ n: 2 });
  });

  test("S2: a test run and the list know a segment by a key that it had", async () => {
    const { id } = await published(api, [onEvent("in"), exit]);
    await make("vip");
    const run = (reference: string) =>
      api.call<{ data: { steps: { text?: string }[] } }>(`POST /api/journeys/${id}/test`, {
        body: { person: { segments: [reference] } },
      });
    expect((await run("vip")).status).toBe(200);
    await api.call("PATCH /api/segments/vip", { body: { key: "gold" } });
    expect((await run("vip")).status).toBe(200);
    expect((await segment("gold")).body.data).toMatchObject({ key: "gold", formerKeys: ["vip"] });
    expect((await run("nobody")).status).toBe(422);
  });
});

describe("what is referred to", () => {
  test("S5: a segment that people on an older version ask, a draft or a segment names is not deleted: 409 names them", async () => {
    await make("vip");
    await make("fans", api, { all: [{ segment: "vip" }] });
    const { nodes, edges, name } = ask({ rules: { all: [{ segment: "vip" }] } }, "vip");
    const walked = await published(api, nodes, { edges, name });
    await track(api, "in", ["ada"]);
    await redraw(walked.id, { expression: "true" });
    await api.call(`POST /api/journeys/${walked.id}/publish`);
    const drawn = {
      name: "Drawn",
      siteId: api.siteId,
      nodes: [onEvent("x"), act({ type: "add_segment", segment: "vip" }), exit],
      edges: [],
    };
    await api.call("POST /api/journeys", { body: drawn });
    const refused = await api.call("DELETE /api/segments/vip");
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "This segment is used by the draft of Drawn, version 1 of Asks vip, the segment fans.",
    ]);
    await later(api, 2 * HOUR_MS);
    await api.call("DELETE /api/segments/fans");
    const left = await api.call("DELETE /api/segments/vip");
    expect([left.status, left.body.detail]).toEqual([409, "This segment is used by the draft of Drawn."]);
  });

  test("S2: a journey that another enrolls into is not deleted, and its key in a version still means it when another journey takes that key", async () => {
    const target = await published(api, [onEvent("direct"), pause, exit], { key: "target", name: "Target" });
    const first = await published(api, [onEvent("in"), act({ type: "enroll", journey: "target" }), exit], {
      name: "First",
    });
    const refused = await api.call(`DELETE /api/journeys/${target.id}?permanent=true`);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "People are enrolled into this journey by the draft of First, version 1 of First.",
    ]);
    await track(api, "in", ["ada"]);
    expect(await statuses(target.id)).toEqual(["active"]);
    await api.call(`DELETE /api/journeys/${first.id}`);
    expect((await api.call(`DELETE /api/journeys/${target.id}?permanent=true`)).status).toBe(204);
  });

  test("T12: a step that names another workspace's segment by its id writes nothing there, and fails", async () => {
    const stranger = await apiFixture();
    const foreign = await make("theirs", stranger);
    const walked = await published(api, [onEvent("in"), act({ type: "add_segment", segment: foreign }), exit]);
    const [ada] = await track(api, "in", ["ada"]);
    expect(await statuses(walked.id)).toEqual(["failed"]);
    const { database, workspaceId } = api;
    const patch = { addSegments: [foreign], addTags: ["kept"] };
    await appendSignals(database.sql, [
      { workspaceId, personId: ada ?? "", kind: "patch", payload: { patch, source: "api" } },
    ]);
    await settle(api);
    const theirs = await database.orm
      .select()
      .from(schema.segmentMembers)
      .where(eq(schema.segmentMembers.segmentId, foreign));
    expect(theirs).toEqual([]);
    expect((await person("ada"))?.tags).toEqual(["kept"]);
  });
});
