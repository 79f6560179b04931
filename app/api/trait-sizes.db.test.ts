import { beforeEach, expect, test } from "vitest";
import { IngestProblem, ingest, ingestApart } from "#runtime";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { settle } from "./testing/walk.ts";

type Refused = { errors: { field: string; message: string }[] };

const KB = 1_024;

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
});

const identify = (userId: string, traits: Record<string, unknown>) =>
  ({ workspaceId: api.workspaceId, userId, type: "identify", traits }) as const;
const traitsOf = async (userId: string) => {
  const [row] = await api.database.sql<{ traits: Record<string, unknown> }[]>`
    select traits from people where external_id = ${userId} and workspace_id = ${api.workspaceId}`;
  return row?.traits ?? {};
};

test("S27: a message that makes a person larger than 64 KB is refused by name, whatever else waits for them", async () => {
  await ingest(api.database, [identify("ada", { a: "a".repeat(40 * KB), keep: 1 })]);
  // The first still waits in the inbox.
  const more = () => ingest(api.database, [identify("ada", { b: "b".repeat(30 * KB) })]);
  await expect(more()).rejects.toBeInstanceOf(IngestProblem);
  await settle(api);
  await expect(more()).rejects.toMatchObject({ field: "traits", fault: expect.stringContaining("64 KB") });
  await ingest(api.database, [identify("ada", { b: "b".repeat(20 * KB) })]);
  await ingest(api.database, [identify("ada", { a: null, b: "b".repeat(50 * KB) })]);
  await settle(api);
  expect(await traitsOf("ada")).toEqual({ b: "b".repeat(50 * KB), keep: 1 });
});

test("S27: of many messages only those that make somebody too large are refused, also of somebody new", async () => {
  const stored = await ingestApart(api.database, [
    identify("ada", { a: "a".repeat(40 * KB) }),
    identify("ada", { b: "ü".repeat(20 * KB) }),
    identify("ada", { c: "fits" }),
    identify("grace", { a: "a".repeat(70 * KB) }),
    identify("grace", { a: "a" }),
  ]);
  expect(stored.map(({ status }) => status)).toEqual(["accepted", "refused", "accepted", "refused", "accepted"]);
  await settle(api);
  expect(Object.keys(await traitsOf("ada"))).toEqual(["a", "c"]);
  expect(await traitsOf("grace")).toEqual({ a: "a" });
});

test("S27: the API of people refuses it with 422, and keeps what was there", async () => {
  const body = { externalId: "alan", traits: { a: "a".repeat(60 * KB) } };
  expect((await api.call("POST /api/people", { body })).status).toBe(201);
  const change = { traits: { b: "b".repeat(10 * KB) } };
  const refused = await api.call<Refused>("PATCH /api/people/alan", { body: change });
  expect([refused.status, refused.body.errors]).toMatchObject([
    422,
    [{ field: "traits", message: expect.stringContaining("64 KB") }],
  ]);
  const huge = { externalId: "new", traits: { a: "a".repeat(65 * KB) } };
  expect((await api.call("POST /api/people", { body: huge })).status).toBe(422);
  expect((await api.call("PATCH /api/people/alan", { body: { traits: { a: "short" } } })).status).toBe(200);
});

test("S27: lists cut long values, and the person's own address has all of them", async () => {
  const traits = { bio: "b".repeat(5_000), list: Array.from({ length: 2_000 }, () => "x"), name: "Ada" };
  await api.call("POST /api/people", { body: { externalId: "ada", traits } });
  type Person = { traits: { bio: string; list: unknown; name: string } };
  const list = await api.call<{ data: Person[] }>("GET /api/people");
  const shown = list.body.data[0]?.traits;
  expect(shown?.bio).toBe(`${"b".repeat(1_000)}…`);
  expect(shown?.name).toBe("Ada");
  expect(JSON.stringify(shown).length).toBeLessThan(3_000);
  const own = await api.call<{ data: Person }>("GET /api/people/ada");
  expect(own.body.data.traits).toEqual(traits);
});
