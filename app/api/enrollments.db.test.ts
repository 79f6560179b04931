import { afterAll, beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { type Engine, ingest, startEngine } from "#runtime";
import type { EnrollmentDetail, EnrollOutcome } from "#services/enrollments";
import type { JourneyStats } from "#services/stats";
import { DAY_MS } from "#times";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { until } from "./testing/until.ts";

type One<Item> = { data: Item };
type Many<Item> = { data: Item[]; meta: { total: number } };
type Outcome = Extract<z.infer<typeof EnrollOutcome>, { enrollments: unknown }>["enrollments"][number];
type Detail = z.infer<typeof EnrollmentDetail>;
type Stats = z.infer<typeof JourneyStats>;

let api: ApiFixture;
let engine: Engine;
beforeAll(async () => {
  api = await apiFixture();
  engine = startEngine(api.database, { outbox: false });
});
afterAll(() => engine?.stop());

const manual = { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } };
const wait = (duration: string) => ({ type: "WAIT", name: "pause", config: { duration } });
const chain = [
  { sourceNodeId: 0, targetNodeId: 1 },
  { sourceNodeId: 1, targetNodeId: 2 },
];

const publish = async (nodes: unknown[], extra: Record<string, unknown> = {}) => {
  const { body } = await api.call<One<{ id: string; nodes: { id: string }[]; edges: { id: string }[] }>>(
    "POST /api/journeys",
    {
      body: { name: "Walked", siteId: api.siteId, nodes, edges: chain, ...extra },
    },
  );
  const published = await api.call(`POST /api/journeys/${body.data.id}/publish`);
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  return body.data;
};
const person = async (externalId: string) =>
  (
    await api.call<One<{ id: string }>>("POST /api/people", {
      body: { externalId, traits: { name: `Person ${externalId}` } },
    })
  ).body.data.id;
const enroll = async (journeyId: string, people: unknown[]) =>
  (
    await api.call<One<{ enrollments: Outcome[] }>>(`POST /api/journeys/${journeyId}/enrollments`, {
      body: { people },
    })
  ).body.data.enrollments;
const stats = async (journeyId: string) =>
  (await api.call<One<Stats>>(`GET /api/journeys/${journeyId}/stats`)).body.data;

test("people enrolled by hand walk, and their enrollment tells the reason of every hop", async () => {
  const journey = await publish([manual, wait("30d"), { type: "EXIT" }]);
  const id = await person("ada");
  const [outcome] = await enroll(journey.id, [{ userId: "ada" }]);
  expect(outcome).toMatchObject({ personId: id, status: "ACTIVE", reason: null });
  const { body } = await api.call<One<Detail>>(`GET /api/journeys/${journey.id}/enrollments/${outcome?.enrollmentId}`);
  const [trigger, pause] = journey.nodes;
  expect(body.data).toMatchObject({
    status: "ACTIVE",
    endUserId: id,
    nodeId: pause?.id,
    versionNumber: 1,
    exitReason: null,
  });
  expect(body.data.transitions.map(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId])).toEqual([
    [null, trigger?.id],
    [trigger?.id, pause?.id],
  ]);
  expect(body.data.transitions[1]).toMatchObject({
    edgeId: journey.edges[0]?.id,
    toNodeName: "pause",
    receipt: expect.anything(),
  });
  expect(body.data.transitions.map(({ sentence }) => sentence)).toEqual([
    `Enrolled by hand at “${body.data.transitions[0]?.toNodeName}”.`,
    `Passed “${body.data.transitions[0]?.toNodeName}”, continued to “pause”.`,
  ]);
  expect(body.data.transitions[0]?.id).toMatch(/^[0-9a-f-]{36}\.0$/);
  expect(Date.parse(body.data.wakeAt ?? "")).toBeGreaterThan(Date.now() + 29 * DAY_MS);
});

test("a person who is in already is not enrolled again, and the answer says why", async () => {
  const journey = await publish([manual, wait("1d"), { type: "EXIT" }]);
  await person("grace");
  await enroll(journey.id, [{ userId: "grace" }]);
  expect(await enroll(journey.id, [{ userId: "grace" }])).toMatchObject([
    { status: "NOT_ENROLLED", enrollmentId: null, reason: "already_in" },
  ]);
});

test("nobody is enrolled while one of the list is unknown, or the journey is not published", async () => {
  const journey = await publish([manual, wait("1d"), { type: "EXIT" }]);
  await person("linus");
  const address = `POST /api/journeys/${journey.id}/enrollments`;
  const unknown = await api.call(address, { body: { people: [{ userId: "linus" }, { userId: "nobody" }] } });
  expect([unknown.status, unknown.body.errors?.[0]?.pointer]).toEqual([422, "/people/1/userId"]);
  await api.call(`POST /api/journeys/${journey.id}/pause`);
  expect((await api.call(address, { body: { people: [{ userId: "linus" }] } })).status).toBe(409);
  expect((await stats(journey.id)).totals.enrolled).toBe(0);
});

test("a pasted list enrolls its people; a segment becomes an operation that can be followed", async () => {
  const journey = await publish([manual, wait("1d"), { type: "EXIT" }]);
  for (const name of ["list-1", "list-2", "list-3"]) await person(name);
  const address = `POST /api/journeys/${journey.id}/enrollments`;
  const pasted = await api.call<One<{ enrollments: Outcome[] }>>(address, {
    body: { csv: 'userId,plan\nlist-1,pro\n"list-2",basic\n' },
  });
  expect(pasted.body.data.enrollments.map(({ status }) => status)).toEqual(["ACTIVE", "ACTIVE"]);
  const segment = await api.call<One<{ id: string }>>("POST /api/segments", { body: { name: "Third" } });
  await api.call(`POST /api/segments/${segment.body.data.id}/members`, { body: { people: [{ userId: "list-3" }] } });
  await until(
    async () =>
      (await api.call<Many<unknown>>(`GET /api/segments/${segment.body.data.id}/members`)).body.meta.total === 1,
  );
  const started = await api.call<One<{ operation: { id: string } }>>(address, {
    body: { segmentId: segment.body.data.id },
  });
  expect(started.status).toBe(202);
  const operation = `GET /api/operations/${started.body.data.operation.id}`;
  await until(async () => (await api.call<One<{ status: string }>>(operation)).body.data.status === "done");
  await until(async () => (await stats(journey.id)).totals.active === 3);
});

test("stats add up on every node, and lists agree with them", async () => {
  const journey = await publish([manual, wait("1s"), { type: "EXIT" }]);
  const ids = await Promise.all(Array.from({ length: 5 }, (_, at) => person(`count-${at}`)));
  await enroll(
    journey.id,
    ids.map((personId) => ({ personId })),
  );
  await until(async () => (await stats(journey.id)).totals.completed === 5);
  const { totals, nodes, transitions } = await stats(journey.id);
  expect(totals).toMatchObject({ enrolled: 5, active: 0, completed: 5, stopped: 0, failed: 0 });
  for (const node of nodes) expect(node.entered).toBe(node.waiting + node.advanced + node.exited + node.failed);
  expect(nodes.map(({ entered }) => entered)).toEqual([5, 5, 5]);
  expect(nodes[1]?.timeInNode.p50).toBeGreaterThanOrEqual(1);
  expect(transitions.map(({ count, rate }) => [count, rate])).toEqual([
    [5, 1],
    [5, 1],
  ]);
  const list = (query: string) =>
    api.call<Many<{ id: string }>>(`GET /api/journeys/${journey.id}/enrollments?${query}`);
  expect((await list("status=COMPLETED&limit=2")).body).toMatchObject({ meta: { total: 5 }, data: [{}, {}] });
  expect((await list("status=ACTIVE")).body.meta.total).toBe(0);
  expect((await list(`personId=${ids[0]}`)).body.meta.total).toBe(1);
  const pages = [await list("limit=2&page=1"), await list("limit=2&page=2"), await list("limit=2&page=3")];
  expect(new Set(pages.flatMap(({ body }) => body.data.map(({ id }) => id))).size).toBe(5);
  const days = await api.call<One<{ enrolled: number; completed: number }[]>>(
    `GET /api/journeys/${journey.id}/timeseries?days=7`,
  );
  expect(days.body.data).toHaveLength(7);
  expect(days.body.data.at(-1)).toMatchObject({ enrolled: 5, completed: 5 });
});

test("a finished enrollment can be hidden and still counts in its outcome; a running one is stopped first", async () => {
  const journey = await publish([manual, wait("1d"), { type: "EXIT" }]);
  await person("hidden");
  const [outcome] = await enroll(journey.id, [{ userId: "hidden" }]);
  const one = `/api/journeys/${journey.id}/enrollments/${outcome?.enrollmentId}`;
  expect((await api.call(`POST ${one}/archive`)).status).toBe(409);
  const stopped = await api.call<One<Detail>>(`POST ${one}/stop`);
  expect(stopped.body.data).toMatchObject({ status: "STOPPED", exitReason: "stopped" });
  expect((await api.call(`POST ${one}/stop`)).status).toBe(409);
  expect((await api.call<One<Detail>>(`POST ${one}/archive`)).body.data.status).toBe("ARCHIVED");
  expect((await stats(journey.id)).totals.stopped).toBe(1);
  const list = (query: string) => api.call<Many<unknown>>(`GET /api/journeys/${journey.id}/enrollments?${query}`);
  expect([(await list("")).body.meta.total, (await list("status=STOPPED")).body.meta.total]).toEqual([0, 0]);
  expect((await list("status=ARCHIVED")).body).toMatchObject({ meta: { total: 1 }, data: [{ exitReason: "stopped" }] });
});

test("archiving counts everyone inside as stopped at once (R31)", async () => {
  await engine.stop();
  const journey = await publish([manual, wait("1d"), { type: "EXIT" }]);
  await person("archived");
  engine = startEngine(api.database, { outbox: false });
  const [outcome] = await enroll(journey.id, [{ userId: "archived" }]);
  await engine.stop();
  await api.call(`DELETE /api/journeys/${journey.id}`);
  const one = `GET /api/journeys/${journey.id}/enrollments/${outcome?.enrollmentId}`;
  expect((await api.call<One<Detail>>(one)).body.data).toMatchObject({
    status: "STOPPED",
    exitReason: "journey_archived",
  });
  const before = await stats(journey.id);
  expect(before.totals).toMatchObject({ active: 0, stopped: 1 });
  expect(before.nodes[1]).toMatchObject({ waiting: 0, exited: 1 });
  engine = startEngine(api.database, { outbox: false });
  await until(
    async () =>
      (await api.call<One<{ _count: { active: number } }>>(`GET /api/journeys/${journey.id}`)).body.data._count
        .active === 0,
  );
  await until(async () => (await api.call<One<Detail>>(one)).body.data.endedAt !== null);
});

test("the live stream tells each hop and the new counts, and ends when its reader leaves", async () => {
  const journey = await publish([manual, wait("1d"), { type: "EXIT" }]);
  const leave = new AbortController();
  const response = await send("GET", `/api/journeys/${journey.id}/live`, { key: api.secretKey }, leave.signal);
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const read = async (wanted: string) => {
    while (!text.includes(wanted)) text += (await reader?.read())?.value ?? "";
  };
  await read("event: stats");
  await person("live");
  await enroll(journey.id, [{ userId: "live" }]);
  await read("event: hop");
  await read('"enrolled":1');
  expect(text).toContain('"personLabel":"Person live"');
  leave.abort();
  await until(async () => (await reader?.read())?.done === true);
});

test("a person's GET shows what is still in the inbox (R1)", async () => {
  await engine.stop();
  const id = await person("overlaid");
  await ingest(api.database, [
    { workspaceId: api.workspaceId, type: "identify", userId: "overlaid", traits: { plan: "pro", name: null } },
  ]);
  await api.call(`PATCH /api/people/${id}`, { body: { addTags: ["vip"], stage: "trial" } });
  const expected = { id, externalId: "overlaid", traits: { plan: "pro" }, tags: ["vip"], stage: "trial" };
  expect((await api.call<One<unknown>>(`GET /api/people/${id}`)).body.data).toMatchObject(expected);
  const found = await api.call<Many<{ traits: object }>>("GET /api/people?externalId=overlaid");
  expect(found.body.data).toEqual([expect.objectContaining(expected)]);
  expect(found.body.data[0]?.traits).not.toHaveProperty("name");
  engine = startEngine(api.database, { outbox: false });
  const rows = () => api.database.sql<{ stage: string | null }[]>`select stage from people where id = ${id}`;
  await until(async () => (await rows())[0]?.stage === "trial");
  expect((await api.call<One<unknown>>(`GET /api/people/${id}`)).body.data).toMatchObject(expected);
  expect((await api.call("POST /api/people", { body: { externalId: "overlaid" } })).status).toBe(409);
});

test("another workspace sees neither the enrollments nor the people", async () => {
  const journey = await publish([manual, wait("1d"), { type: "EXIT" }]);
  const id = await person("private");
  const [outcome] = await enroll(journey.id, [{ userId: "private" }]);
  const other = await apiFixture();
  const mine = await other.call<One<{ id: string }>>("POST /api/journeys", {
    body: { name: "Mine", siteId: other.siteId },
  });
  for (const owner of [journey.id, mine.body.data.id]) {
    expect((await other.call(`GET /api/journeys/${owner}/enrollments/${outcome?.enrollmentId}`)).status).toBe(404);
  }
  for (const part of ["", "/events", "/enrollments", "/deliveries"]) {
    expect((await other.call(`GET /api/people/${id}${part}`)).status).toBe(404);
  }
  expect((await other.call<Many<unknown>>(`GET /api/events?personId=${id}`)).body.data).toEqual([]);
});
