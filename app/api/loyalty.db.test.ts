import { beforeAll, expect, test } from "vitest";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { everyRow } from "./testing/rows.ts";
import { published, settle } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
  await api.call("PATCH /api/workspace", { body: { settings: { tiers: ["bronze", "silver", "gold"] } } });
});

type Answer = { data: { events: string[]; personId: string } };
const account = async (id: string, body: object) =>
  (await api.call<Answer>(`PUT /api/accounts/${id}`, { body })).body.data.events;
const order = async (id: string, status: string, externalId = "ada") =>
  (await api.call<Answer>(`PUT /api/orders/${id}`, { body: { externalId, status } })).body.data.events;

test("the first account is created; later ones tell what changed, by the workspace's order of tiers", async () => {
  expect(await account("ada", { tier: "silver", classification: "new" })).toEqual([
    "account.created",
    "account.classification.became_new",
  ]);
  expect(await account("ada", { tier: "silver" })).toEqual([]);
  expect(await account("ada", { tier: "gold" })).toEqual(["account.updated", "account.tier.upgraded"]);
  expect(await account("ada", { tier: "bronze" })).toEqual(["account.updated", "account.tier.downgraded"]);
  expect(await account("ada", { tier: "platinum" })).toEqual(["account.updated"]);
  expect(await account("ada", { tierExpiresAt: "2030-01-01T00:00:00Z" })).toEqual(["account.updated"]);
  expect(await account("ada", { tierExpiresAt: "2031-01-01T00:00:00+02:00" })).toEqual([
    "account.updated",
    "account.tier.extended",
  ]);
  expect(await account("ada", { tierExpiresAt: "2030-06-01T00:00:00Z" })).toEqual(["account.updated"]);
  expect(await account("ada", { classification: "slipping_away" })).toEqual([
    "account.updated",
    "account.classification.became_slipping_away",
  ]);
  expect(await account("ada", { classification: null })).toEqual(["account.updated"]);
});

test("an order is created, updated and closed", async () => {
  expect(await order("o-1", "open")).toEqual(["order.created"]);
  expect(await order("o-1", "open")).toEqual(["order.updated"]);
  expect(await order("o-1", "closed")).toEqual(["order.closed"]);
  expect(await order("o-1", "closed")).toEqual(["order.updated"]);
  expect(await order("o-2", "closed")).toEqual(["order.created", "order.closed"]);
  const taken = await api.call("PUT /api/orders/o-1", { body: { externalId: "bob", status: "open" } });
  expect(taken).toMatchObject({ status: 422, body: { errors: [{ pointer: "/externalId" }] } });
});

test("rules and expressions see the account as it is when its event comes, and the customer is created", async () => {
  const ask = (name: string, config: object) => ({ type: "CONDITION", name, config });
  const journey = await published(
    api,
    [
      {
        type: "TRIGGER",
        name: "start",
        config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "account.created" } },
      },
      ask("rule", { rules: { all: [{ field: "account.tier", op: "eq", value: "gold" }] } }),
      ask("expression", { expression: 'account.classification == "vip"' }),
      { type: "EXIT", name: "both" },
      { type: "EXIT", name: "neither" },
    ],
    {
      edges: [
        { sourceNodeId: 0, targetNodeId: 1 },
        { sourceNodeId: 1, targetNodeId: 2, branch: "TRUE" },
        { sourceNodeId: 1, targetNodeId: 4, branch: "FALSE" },
        { sourceNodeId: 2, targetNodeId: 3, branch: "TRUE" },
        { sourceNodeId: 2, targetNodeId: 4, branch: "FALSE" },
      ],
    },
  );
  await account("new-customer", { tier: "gold", classification: "vip" });
  await settle(api);
  const { body } = await api.call<{
    data: { totals: { completed: number }; nodes: { name: string; entered: number }[] };
  }>(`GET /api/journeys/${journey.id}/stats`);
  expect(body.data.nodes.find(({ name }) => name === "both")).toMatchObject({ entered: 1 });
  const person = await api.call<{ data: { traits: object } }>("GET /api/people/new-customer");
  expect(person.body.data.traits).toMatchObject({ loyalty: { tier: "gold", classification: "vip" } });
});

test("two requests about one account at once follow each other: it is created once", async () => {
  const events = await Promise.all(Array.from({ length: 6 }, (_, n) => account("twin", { tier: `t${n}` })));
  expect(events.flat().filter((name) => name === "account.created")).toHaveLength(1);
  const rows = await api.database
    .sql`select from people where workspace_id = ${api.workspaceId} and external_id = 'twin'`;
  expect(rows).toHaveLength(1);
});

test("what is wrong is refused with its field, and nothing is stored", async () => {
  const before = await everyRow(api);
  const wrong: readonly (readonly [string, object, string])[] = [
    ["/api/accounts/x", { tier: 5 }, "/tier"],
    ["/api/accounts/x", { classification: "royal" }, "/classification"],
    ["/api/accounts/x", { tierExpiresAt: "soon" }, "/tierExpiresAt"],
    ["/api/accounts/x", { level: "gold" }, "/level"],
    ["/api/orders/x", { status: "open" }, "/externalId"],
    ["/api/orders/x", { externalId: "ada" }, "/status"],
  ];
  for (const [path, body, pointer] of wrong) {
    const answer = await api.call(`PUT ${path}`, { body });
    expect([path, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([path, 422, pointer]);
  }
  expect(await everyRow(api)).toEqual(before);
  const tiers = await api.call("PATCH /api/workspace", { body: { settings: { tiers: ["a", "a"] } } });
  expect(tiers).toMatchObject({ status: 422, body: { errors: [{ pointer: "/settings/tiers" }] } });
});
