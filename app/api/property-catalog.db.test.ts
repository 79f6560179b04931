import { beforeAll, expect, it } from "vitest";
import { flushEventCatalog, flushPropertyCatalog, type IngestItem, ingest } from "#runtime";
import type { PropertyCatalog } from "#services/property-catalog";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { settle } from "./testing/walk.ts";

let api: ApiFixture;
const people = ["ada", "bea", "cy", "dan"];

async function store(items: readonly Omit<IngestItem, "workspaceId">[]) {
  const { database, workspaceId } = api;
  await ingest(
    database,
    items.map((item) => ({ ...item, workspaceId })),
  );
  await settle(api);
  await flushEventCatalog(database);
  await flushPropertyCatalog(database);
}

const catalogOf = async ({ call }: ApiFixture): Promise<PropertyCatalog> => {
  const { status, body } = await call<{ data: PropertyCatalog }>("GET /api/property-catalog");
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
};

const kept = async () =>
  await api.database.sql<{ event: string; field: string; values: string[]; is_open: boolean; count: number }[]>`
    select event, field, values, is_open, count::int from property_catalog
    where workspace_id = ${api.workspaceId} order by event, field`;

beforeAll(async () => {
  api = await apiFixture();
  await store([
    ...people.map((userId, index) => ({
      ...{ userId, type: "track" as const, event: "app.bought" },
      properties: { size: index < 3 ? "large" : "small", amount: index + 0.5, at: "2026-05-01T10:00:00Z", secret: "x" },
    })),
    ...people.map((userId, index) => ({
      ...{ userId, type: "identify" as const },
      traits: { plan: "pro", vip: index === 0, email: `${userId}@example.com`, born: "1990-01-02" },
    })),
  ]);
  const [ada] = (await api.call<{ data: { id: string }[] }>("GET /api/people?externalId=ada")).body.data;
  await api.call(`PATCH /api/people/${ada?.id}`, { body: { addTags: ["vip"], stage: "customer" } });
  await api.call("POST /api/segments", { body: { key: "loyal", name: "Loyal" } });
  await settle(api);
});

it("keeps the fields that arrived with their types, and values that three people share", async () => {
  const rows = new Map((await kept()).map((row) => [`${row.event} ${row.field}`, row]));
  expect(rows.get("app.bought size")).toMatchObject({ values: ['"large"'], is_open: false, count: 4 });
  expect(rows.get("app.bought at")).toMatchObject({ values: [], is_open: true });
  expect(rows.get(" plan")).toMatchObject({ values: ['"pro"'] });
  // Only ada is a VIP, so the value would say something about her.
  expect(rows.get(" vip")).toMatchObject({ values: ["false"] });
  for (const field of [" email", "app.bought secret", " born"])
    expect(rows.get(field), field).toMatchObject({ values: [], is_open: true });
});

it("answers what rules can be about, with shares, labels and segments", async () => {
  const { events, traits, tags, stages, segments, sampledPeople } = await catalogOf(api);
  const bought = events.find(({ name }) => name === "app.bought");
  expect(bought).toMatchObject({ count: 4 });
  const field = (name: string) => bought?.properties.find((property) => property.name === name);
  expect(field("size")).toMatchObject({ types: ["string"], share: 1, values: ["large"] });
  expect(field("amount")).toMatchObject({ types: ["number"], values: [] });
  expect(field("at")).toMatchObject({ types: ["date"], values: [] });
  expect(traits.find(({ name }) => name === "plan")).toMatchObject({ share: 1, values: ["pro"] });
  expect(traits.find(({ name }) => name === "email")?.values).toEqual([]);
  expect({ tags, stages, sampledPeople }).toEqual({
    tags: [{ name: "vip", count: 1 }],
    stages: [{ name: "customer", count: 1 }],
    sampledPeople: 4,
  });
  expect(segments).toMatchObject([{ key: "loyal", name: "Loyal", kind: "static", members: 0 }]);
});

it("forgets the values of a field once they are many, and shows nothing of another workspace", async () => {
  const many = Array.from({ length: 45 }, (_, index) =>
    ["a", "b", "c"].map((who) => ({
      ...{ userId: `${who}${index}`, type: "identify" as const, traits: { plan: `plan ${index}` } },
    })),
  ).flat();
  for (let from = 0; from < many.length; from += 15) await store(many.slice(from, from + 15));
  expect((await catalogOf(api)).traits.find(({ name }) => name === "plan")?.values).toEqual([]);
  expect((await kept()).find(({ field }) => field === "plan")).toMatchObject({ values: [], is_open: true });
  const other = await catalogOf(await apiFixture());
  expect(other).toMatchObject({ events: [], traits: [], tags: [], segments: [] });
});
