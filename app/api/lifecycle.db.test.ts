import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { JOURNEY_STATUSES, LIFE_CYCLE } from "#journey";
import type { JourneyDetail } from "#services/journeys";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type Saved = { data: z.infer<typeof JourneyDetail> };

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const trigger = (eventName: string) => ({
  type: "TRIGGER",
  config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } },
});
const manual = { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } };
const exit = { type: "EXIT", config: {} };
const oneEdge = [{ sourceNodeId: 0, targetNodeId: 1 }];

const create = async (extra: Record<string, unknown> = {}) => {
  const { status, body } = await api.call<Saved>("POST /api/journeys", {
    body: { name: "Moves", siteId: api.siteId, nodes: [manual, exit], edges: oneEdge, ...extra },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.data;
};
const move = (id: string, verb: string, body?: unknown) =>
  api.call<Saved>(`POST /api/journeys/${id}/${verb}`, { body });
const archive = (id: string) => api.call<Saved>(`DELETE /api/journeys/${id}`);
const stored = async (id: string) => {
  const [row] = await api.database.orm.select().from(schema.journeys).where(eq(schema.journeys.id, id));
  return row;
};
const operationsOf = (id: string) =>
  api.database.orm.select().from(schema.operations).where(eq(schema.operations.journeyId, id));
const revision = async () => (await api.database.orm.select().from(schema.engineConfig))[0]?.revision ?? 0;

/** Brings a fresh journey into a status by legal moves only. */
const inStatus = async (status: string): Promise<string> => {
  const { id } = await create();
  if (status === "PUBLISHED" || status === "PAUSED") await move(id, "publish");
  if (status === "PAUSED") await move(id, "pause");
  if (status === "ARCHIVED") await archive(id);
  expect((await api.call<Saved>(`GET /api/journeys/${id}`)).body.data.status).toBe(status);
  return id;
};

const moves = (["publish", "pause", "resume", "unpublish", "restore", "archive"] as const).flatMap((verb) =>
  JOURNEY_STATUSES.map((from) => [verb, from] as const),
);

test.each(moves)("%s from %s is a legal move, or 409 and nothing changes", async (verb, status) => {
  const from = status.toUpperCase();
  const id = await inStatus(from);
  const answer = await (verb === "archive" ? archive(id) : move(id, verb));
  const expected = LIFE_CYCLE[status][verb]?.to.toUpperCase();
  // The draft is what is published already.
  if (expected && !(verb === "publish" && status === "published")) {
    expect([answer.status, answer.body.data.status]).toEqual([200, expected]);
  } else {
    expect([answer.status, answer.body.code]).toEqual([409, "conflict"]);
    expect((await api.call<Saved>(`GET /api/journeys/${id}`)).body.data.status).toBe(from);
  }
});

test("publishing freezes a version, raises the engine's revision (R14) and listens for its events (R25)", async () => {
  const { id, nodes } = await create({ nodes: [trigger("signed up"), exit] });
  const before = await revision();
  const { body } = await move(id, "publish");
  expect(body.data).toMatchObject({ publishedVersion: { number: 1 }, hasUnpublishedChanges: false });
  expect(await revision()).toBeGreaterThan(before);
  const [version] = await api.database.orm.select().from(schema.versions).where(eq(schema.versions.journeyId, id));
  expect(version?.document.nodes.map((node) => node.id)).toEqual(nodes.map((node) => node.id));
  const interest = await api.database.orm
    .select()
    .from(schema.eventInterest)
    .where(and(eq(schema.eventInterest.workspaceId, api.workspaceId), eq(schema.eventInterest.name, "app.signed up")));
  expect(interest).toHaveLength(1);
});

test("editing a published journey changes its draft only, until it is published again", async () => {
  const { id } = await create();
  await move(id, "publish");
  const edited = await api.call<Saved>(`PUT /api/journeys/${id}/canvas`, {
    body: {
      nodes: [manual, { type: "WAIT", config: { duration: "1h" } }, exit],
      edges: [
        { sourceNodeId: 0, targetNodeId: 1 },
        { sourceNodeId: 1, targetNodeId: 2 },
      ],
    },
  });
  expect(edited.body.data).toMatchObject({
    status: "PUBLISHED",
    hasUnpublishedChanges: true,
    publishedVersion: { number: 1 },
  });
  const again = await move(id, "publish");
  expect(again.body.data).toMatchObject({ hasUnpublishedChanges: false, publishedVersion: { number: 2 } });
  expect((await move(id, "publish")).status).toBe(409);
  const versions = await api.call<{ data: { number: number; isCurrent: boolean }[] }>(
    `GET /api/journeys/${id}/versions`,
  );
  expect(versions.body.data.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
    [2, true],
    [1, false],
  ]);
});

test("content is frozen by its id, whatever name the draft gives it", async () => {
  const content = await api.call<{ data: { id: string; number: number } }>("POST /api/content", {
    body: { type: "email", slug: "hello", name: "Hello", subject: "Hi", html: "<p>Hi</p>" },
  });
  const { id } = await create({
    nodes: [manual, { type: "CONTENT", contentId: "hello", config: { contentType: "email" } }, exit],
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2 },
    ],
  });
  expect((await move(id, "publish")).status).toBe(200);
  const [version] = await api.database.orm.select().from(schema.versions).where(eq(schema.versions.journeyId, id));
  expect(version?.document.nodes[1]?.contentId).toBe(content.body.data.id);
  expect((await api.call<Saved>(`GET /api/journeys/${id}`)).body.data.nodes[1]?.contentId).toBe("hello");
  const refused = await api.call("DELETE /api/content/hello");
  expect([refused.status, refused.body.detail]).toEqual([409, "This content is used by Moves."]);
  await archive(id);
  expect((await api.call("DELETE /api/content/hello")).status).toBe(204);
});

test("pause keeps the asked-for meaning and a list of pauses; resume closes it and asks the engine to go on (R32)", async () => {
  const { id } = await create();
  await move(id, "publish");
  expect((await move(id, "pause")).body.data.pauseMode).toBe("drain");
  await move(id, "resume");
  expect((await move(id, "pause", { pauseMode: "hold" })).body.data.pauseMode).toBe("hold");
  const resumed = await move(id, "resume", { onResume: "shift" });
  expect(resumed.body.data).toMatchObject({ status: "PUBLISHED", pauseMode: null });
  const row = await stored(id);
  expect(row?.pauses.map(({ mode, to }) => [mode, to !== null])).toEqual([
    ["drain", true],
    ["hold", true],
  ]);
  expect(row?.onResume).toBe("shift");
  expect((await operationsOf(id)).map(({ kind }) => kind)).toEqual(["resume", "resume"]);
});

test("publishing a paused journey publishes a draft that differs, and resumes either way (R34)", async () => {
  const { id } = await create();
  await move(id, "publish");
  await move(id, "pause", { pauseMode: "hold" });
  expect((await move(id, "publish")).body.data).toMatchObject({ status: "PUBLISHED", publishedVersion: { number: 1 } });
  await move(id, "pause", { pauseMode: "hold" });
  await api.call(`PATCH /api/journeys/${id}`, { body: { settings: { maxDuration: 30 } } });
  expect((await move(id, "publish")).body.data).toMatchObject({ status: "PUBLISHED", publishedVersion: { number: 2 } });
});

test("archiving raises the epoch once, and restoring does not lower it (R31)", async () => {
  const { id } = await create();
  await move(id, "publish");
  await archive(id);
  await archive(id);
  expect((await stored(id))?.epoch).toBe(2);
  expect((await operationsOf(id)).filter(({ kind }) => kind === "archive")).toHaveLength(1);
  await move(id, "restore");
  expect(await stored(id)).toMatchObject({ status: "draft", epoch: 2, archivedAt: null });
});

test("deleting for good hides the journey from everyone at once and frees its key", async () => {
  const { id, key, shortId } = await create({ name: "Short-lived" });
  expect((await api.call(`DELETE /api/journeys/${id}?permanent=true`)).status).toBe(204);
  for (const reference of [id, key, shortId])
    expect((await api.call(`GET /api/journeys/${reference}`)).status).toBe(404);
  expect((await api.call(`DELETE /api/journeys/${id}?permanent=true`)).status).toBe(404);
  expect((await create({ name: "Short-lived" })).key).toBe(key);
  expect((await operationsOf(id)).map(({ kind }) => kind)).toEqual(["delete_journey"]);
});

test("publishing with an audience and only MANUAL triggers enrolls its members (R28); with an event trigger it only filters", async () => {
  const segment = await api.call<{ data: { id: string } }>("POST /api/segments", {
    body: { name: "Everyone", key: "everyone" },
  });
  const byHand = await create({ audienceId: "everyone" });
  expect(byHand).toMatchObject({ audienceId: segment.body.data.id, audience: { key: "everyone" } });
  await move(byHand.id, "publish");
  expect(await operationsOf(byHand.id)).toMatchObject([
    { kind: "enroll", input: { segmentId: segment.body.data.id, origin: "audience" } },
  ]);
  const byEvent = await create({ audienceId: "everyone", nodes: [trigger("app.bought"), exit] });
  await move(byEvent.id, "publish");
  expect(await operationsOf(byEvent.id)).toEqual([]);
});

test("a template that does not parse blocks publishing, naming the node that shows it", async () => {
  await api.call("POST /api/content", {
    body: { type: "email", slug: "broken", name: "Broken", subject: "Hi {{ name", html: "<p>Hi</p>" },
  });
  const { id, nodes } = await create({
    nodes: [manual, { type: "CONTENT", contentId: "broken", config: { contentType: "email" } }, exit],
    edges: [
      { sourceNodeId: 0, targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: 2 },
    ],
  });
  const { status, body } = await move(id, "publish");
  expect([status, body.errors?.[0]]).toMatchObject([
    422,
    { code: "bad_template", nodeId: nodes[1]?.id, field: "contentId" },
  ]);
});
