import { beforeAll, expect, test } from "vitest";
import { shardOf } from "#db";
import { createRuntime, drain, ingest } from "#runtime";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type One<Item> = { data: Item };
type Position = { id: string; endUserId: string; transitions: unknown[]; deliveries: { id: string }[] };

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const nodes = [
  { type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "looked" } } },
  { type: "CONTENT", name: "mail", config: { contentType: "email" }, contentId: "hello" },
  { type: "WAIT", name: "pause", config: { duration: "30d" } },
];
const edges = [
  { sourceNodeId: 0, targetNodeId: 1 },
  { sourceNodeId: 1, targetNodeId: 2 },
];

test("R39 a merged person's enrollments and deliveries are found under their old ids, in the shard they moved to", async () => {
  const { call, database, workspaceId, siteId } = api;
  const settle = () => drain(createRuntime(database));
  await call("POST /api/content", {
    body: { slug: "hello", type: "email", name: "Hi", subject: "Hi", html: "<p>Hi</p>" },
  });
  const created = await call<One<{ id: string }>>("POST /api/journeys", {
    body: { name: "Looked", siteId, nodes, edges, allowAnonymous: true },
  });
  const journey = created.body.data.id;
  expect((await call(`POST /api/journeys/${journey}/publish`)).status).toBe(200);
  const [ada] = await ingest(database, [{ workspaceId, userId: "ada", type: "identify" }]);
  const home = shardOf(ada?.personId ?? "");
  const visitors = Array.from({ length: 6 }, (_, index) => `visitor-${index}`);
  const results = await ingest(
    database,
    visitors.map((anonymousId) => ({ workspaceId, anonymousId, type: "track" as const, event: "looked" })),
  );
  const away = results.findIndex((result) => shardOf(result.personId ?? "") !== home);
  await settle();
  await ingest(database, [{ workspaceId, userId: "ada", anonymousId: visitors[away] ?? "", type: "identify" }]);
  await settle();
  const moved = (await database.orm.select().from(schema.enrollments)).find((row) => row.personId === ada?.personId);
  expect(moved?.shard).toBe(home);
  expect(shardOf(moved?.id ?? "")).not.toBe(home);

  const path = `/api/journeys/${journey}/enrollments/${moved?.id}`;
  const enrollment = (await call<One<Position>>(`GET ${path}`)).body.data;
  expect(enrollment).toMatchObject({ id: moved?.id, endUserId: ada?.personId });
  expect(enrollment.transitions.length).toBeGreaterThan(1);
  const [delivery] = enrollment.deliveries;
  expect((await call<One<{ id: string }>>(`GET /api/deliveries/${delivery?.id}`)).body.data.id).toBe(delivery?.id);
  await database.sql`update deliveries set status = 'failed' where id = ${delivery?.id ?? ""}`;
  expect((await call(`POST /api/deliveries/${delivery?.id}/retry`)).status).toBe(200);
  await database.sql`update enrollments set status = 'stopped' where id = ${moved?.id ?? ""}`;
  expect((await call(`POST ${path}/archive`)).status).toBe(200);
});

test("F3: a person is found by the id they had and by the one they have, and shown with the one they have", async () => {
  const { call, database, workspaceId } = api;
  await ingest(database, [
    { workspaceId, type: "identify", userId: "f3-old", traits: { email: "a@example.com" } },
    { workspaceId, type: "alias", userId: "f3-new", previousId: "f3-old" },
  ]);
  const shown = async () => {
    const paths = ["/api/people/f3-old", "/api/people/f3-new"];
    const answers = await Promise.all(
      paths.map((path) => call<One<{ id: string; externalId: string }>>(`GET ${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const lists = await Promise.all(
      ["f3-old", "f3-new"].map((id) => call<One<{ id: string }[]>>(`GET /api/people?externalId=${id}`)),
    );
    const ids = [
      ...answers.map(({ body }) => body.data.id),
      ...lists.flatMap(({ body }) => body.data.map(({ id }) => id)),
    ];
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
    return new Set(answers.map(({ body }) => body.data.externalId));
  };
  expect(await shown()).toEqual(new Set(["f3-new"]));
  await drain(createRuntime(database));
  await ingest(database, [{ workspaceId, type: "identify", userId: "f3-old", traits: { plan: "pro" } }]);
  await drain(createRuntime(database));
  expect(await shown()).toEqual(new Set(["f3-new"]));
});

test("R39 a person is found under every id of a long chain of merges, as the engine finds them", async () => {
  const { call, database, workspaceId } = api;
  const given = await ingest(
    database,
    Array.from({ length: 30 }, (_, n) => ({ workspaceId, userId: `link-${n}`, type: "identify" as const })),
  );
  const ids = given.map(({ personId }) => personId ?? "");
  for (const [n, id] of ids.slice(0, -1).entries())
    await database.sql`update people set merged_into = ${ids[n + 1] ?? ""} where shard = ${shardOf(id)} and id = ${id}`;
  const last = ids.at(-1);
  const { status, body } = await call<One<{ id: string }>>(`GET /api/people/${ids[0]}`);
  expect([status, body.data?.id]).toEqual([200, last]);
});
