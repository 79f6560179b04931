import { beforeEach, expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

type Made = { data: { id: string } };

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const create = (key: string, name = "Once") =>
  api.call<Made>("POST /api/segments", { body: { name }, headers: { "idempotency-key": key } });
const segments = async () => (await api.call<{ meta: { total: number } }>("GET /api/segments")).body.meta.total;

test("a POST that comes again with the same key is answered as the first time, and done once", async () => {
  const first = await create("k-1");
  const again = await create("k-1");
  expect([again.status, again.body]).toEqual([first.status, first.body]);
  expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([null, "true"]);
  expect(again.headers.get("content-type")).toBe("application/json");
  expect(await segments()).toBe(1);
  expect((await create("k-2", "Twice")).body.data.id).not.toBe(first.body.data.id);
});

test("many at the same time do it once; those that come too early are told to wait", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => create("k-1")));
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
  expect(await segments()).toBe(1);
});

test("a key is good for one request only", async () => {
  await create("k-1");
  const other = await create("k-1", "Something else");
  expect([other.status, other.body.errors?.[0]?.field]).toEqual([422, "Idempotency-Key"]);
});

test("what was refused may be tried again with the same key", async () => {
  expect((await create("k-1", "")).status).toBe(422);
  expect((await create("k-1", "Right")).status).toBe(201);
  const journey = (path: string) =>
    api.call(`POST /api/journeys/nothing${path}`, { headers: { "idempotency-key": "k-3" } });
  expect([(await journey("/pause")).status, (await journey("/pause")).status]).toEqual([404, 404]);
});

test("keys are forgotten after a day, and do not cross workspaces", async () => {
  const first = await create("k-1");
  await api.database.sql`update idempotency_keys set created_at = now() - interval '25 hours'`;
  expect((await create("k-1", "Later")).body.data.id).not.toBe(first.body.data.id);
  const other = await apiFixture();
  const theirs = await other.call<Made>("POST /api/segments", {
    body: { name: "Once" },
    headers: { "idempotency-key": "k-1" },
  });
  expect(theirs.headers.get("idempotent-replayed")).toBeNull();
});

test("a key left behind by a process that died can be taken over", async () => {
  await api.database.sql`
    insert into idempotency_keys (workspace_id, key, fingerprint) values (${api.workspaceId}, 'k-1', 'whatever')`;
  expect((await create("k-1")).status).toBe(422);
  await api.database.sql`update idempotency_keys set created_at = now() - interval '3 minutes'`;
  expect((await create("k-1")).status).toBe(201);
});

test.each(["", "with space", "x".repeat(256)])("the key %j is refused by name", async (key) => {
  const refused = await create(key);
  expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([400, "Idempotency-Key"]);
});
