import { beforeAll, expect, it } from "vitest";
import { flushEventCatalog, type IngestItem, ingest } from "#runtime";
import type { RulesPreview } from "#services/rules";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { settle } from "./testing/walk.ts";

let api: ApiFixture;

const preview = async (body: object): Promise<RulesPreview> => {
  const answer = await api.call<{ data: RulesPreview }>("POST /api/rules/preview", { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.data;
};

const ids = (people: RulesPreview["inside"]) => people.map(({ externalId }) => externalId).sort();

beforeAll(async () => {
  api = await apiFixture();
  const { database, workspaceId } = api;
  const people = Array.from({ length: 12 }, (_, index) => ({ userId: `p${index}`, isPro: index % 3 === 0, index }));
  const items: Omit<IngestItem, "workspaceId">[] = people.flatMap(({ userId, isPro, index }) => [
    { userId, type: "identify", traits: { plan: isPro ? "pro" : "free", name: `Person ${index}`, city: "Bern" } },
    ...Array.from({ length: index % 2 }, () => ({
      ...{ userId, type: "track" as const, event: "app.bought", properties: { amount: index } },
    })),
  ]);
  await ingest(
    database,
    items.map((item) => ({ ...item, workspaceId })),
  );
  await settle(api);
  await flushEventCatalog(database);
});

it("counts people by rules, past events and expressions as the engine evaluates them", async () => {
  const rule = { field: "traits.plan", op: "eq", value: "pro" };
  const pro = await preview({ rules: { all: [rule] } });
  expect(pro).toMatchObject({ of: "people", matching: 4, total: 12, looked: 12, isExact: true, error: null });
  expect(ids(pro.inside)).toEqual(["p0", "p3", "p6", "p9"]);
  expect(pro.outside).toHaveLength(8);
  // Names and addresses only: a list says who it is, not everything about them.
  expect(pro.inside[0]?.traits).toEqual({ name: expect.stringContaining("Person") });
  expect(await preview({ rules: { all: [rule, { event: "app.bought", within: "30d" }] } })).toMatchObject({
    matching: 2,
  });
  expect(await preview({ expression: 'traits.plan == "pro"' })).toMatchObject({ matching: 4 });
});

it("counts the latest events of a name for triggers and waits", async () => {
  const asked = { event: "app.bought", rules: { all: [{ field: "event.properties.amount", op: "gt", value: 6 }] } };
  expect(await preview(asked)).toMatchObject({ of: "events", matching: 3, total: 6 });
  expect(await preview({ event: "app.bought", filter: { amount: 5 } })).toMatchObject({ matching: 1, total: 6 });
  expect(await preview({ event: "app.unknown", filter: {} })).toMatchObject({ matching: 0, total: 0, inside: [] });
});

it("says why an expression cannot be computed, and names what is missing in a question", async () => {
  expect((await preview({ expression: "traits.absent > 3" })).error).toContain("absent");
  expect((await api.call("POST /api/rules/preview", { body: {} })).status).toBe(422);
  expect((await api.call("POST /api/rules/preview", { body: { rules: { all: [{ field: "" }] } } })).status).toBe(422);
});
