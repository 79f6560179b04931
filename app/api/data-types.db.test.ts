import { beforeAll, expect, it } from "vitest";
import { flushEventCatalog, type IngestItem, ingest } from "#runtime";
import type { DataTypes } from "#services/data-types";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { settle } from "./testing/walk.ts";

let api: ApiFixture;
let other: ApiFixture;

async function store(of: ApiFixture, items: readonly Omit<IngestItem, "workspaceId">[]) {
  const { database, workspaceId } = of;
  await ingest(
    database,
    items.map((item) => ({ ...item, workspaceId })),
  );
  await settle(of);
  await flushEventCatalog(database);
}

/** What the workspace has seen, without the events that the product makes by itself. */
const typesOf = async ({ call }: ApiFixture): Promise<DataTypes> => {
  const { status, body } = await call<{ data: DataTypes }>("GET /api/data-types");
  expect(status, JSON.stringify(body)).toBe(200);
  return { ...body.data, events: body.data.events.filter(({ name }) => name.startsWith("app.")) };
};

beforeAll(async () => {
  [api, other] = [await apiFixture(), await apiFixture()];
  const bought = { type: "track", event: "app.bought" } as const;
  await store(api, [
    { ...bought, userId: "ada", properties: { amount: 5, tags: ["a", 1], nested: { deep: 1 }, gone: null } },
    { ...bought, userId: "bea", properties: { amount: "5", tags: [] } },
    { userId: "ada", type: "track", event: "app.left" },
    { userId: "ada", type: "identify", traits: { plan: "pro", age: 41 } },
    { userId: "bea", type: "identify", traits: { plan: null, vip: true } },
  ]);
  await store(other, [{ ...bought, userId: "cy", properties: { secret: 1 } }]);
  await api.call("POST /api/segments", { body: { key: "loyal", name: "Loyal" } });
  await api.call("POST /api/content", {
    body: { type: "email", slug: "hi", name: "Hi", subject: "", html: "", text: "" },
  });
});

it("names the properties and traits that were really seen, with their types and how often", async () => {
  const { events, traits } = await typesOf(api);
  expect(events.map(({ name, sampled }) => [name, sampled])).toEqual([
    ["app.bought", 2],
    ["app.left", 1],
  ]);
  const one = (type: string) => [{ type, count: 1 }];
  expect(events[0]?.properties).toEqual([
    { name: "amount", count: 2, types: [...one("number"), ...one("string")] },
    { name: "gone", count: 1, types: one("null") },
    { name: "nested", count: 1, types: one("object") },
    { name: "tags", count: 2, types: [...one("array:"), ...one("array:number,string")] },
  ]);
  expect(traits).toMatchObject({ sampled: 2 });
  expect(traits.fields).toContainEqual({ name: "plan", count: 1, types: one("string") });
  expect(traits.fields).toContainEqual({ name: "vip", count: 1, types: one("boolean") });
});

it("names the keys of what the workspace has made, and nothing of another one", async () => {
  expect(await typesOf(api)).toMatchObject({ segments: ["loyal"], content: [{ key: "hi", type: "email" }] });
  const { events, segments } = await typesOf(other);
  expect(events.map(({ properties }) => properties.map(({ name }) => name))).toEqual([["secret"]]);
  expect(segments).toEqual([]);
});
