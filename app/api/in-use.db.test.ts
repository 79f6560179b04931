import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { schema } from "#store";
import { appendSignals } from "#store/inbox";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { act, ask, exit, pause } from "./testing/steps.ts";
import { later, onEvent, published, settle, track } from "./testing/walk.ts";

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

type Segment = { data: { id: string } };

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

describe("what is referred to", () => {
  test("S5: a segment that people on an older version ask, a draft or a segment names is not deleted: 409 names them", async () => {
    await make("vip");
    await make("fans", api, { all: [{ segment: "vip" }] });
    const { nodes, edges, name } = ask({ rules: { all: [{ segment: "vip" }] } }, "vip");
    const walked = await published(api, nodes, { edges, name });
    await track(api, "in", ["ada"]);
    const draft = (
      await api.call<{ data: { nodes: Record<string, unknown>[]; edges: unknown[] } }>(`GET /api/journeys/${walked.id}`)
    ).body.data;
    const other = draft.nodes.map((node) => (node.name === "ask" ? { ...node, config: { expression: "true" } } : node));
    await api.call(`PUT /api/journeys/${walked.id}/canvas`, { body: { nodes: other, edges: draft.edges } });
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
    await later(api, 2 * 3_600_000);
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

  test("S2: content that only a draft shows is not deleted, unless the journey is archived", async () => {
    await api.call("POST /api/content", {
      body: { type: "email", slug: "hello", name: "Hello", subject: "Hi", html: "<p>Hi</p>" },
    });
    const drawn = {
      name: "Drawn",
      siteId: api.siteId,
      nodes: [onEvent("x"), { type: "CONTENT", contentId: "hello", config: { contentType: "email" } }, exit],
      edges: [],
    };
    const { body } = await api.call<{ data: { id: string } }>("POST /api/journeys", { body: drawn });
    const refused = await api.call("DELETE /api/content/hello");
    expect([refused.status, refused.body.detail]).toEqual([409, "This content is used by Drawn."]);
    await api.call(`DELETE /api/journeys/${body.data.id}`);
    expect((await api.call("DELETE /api/content/hello")).status).toBe(204);
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
