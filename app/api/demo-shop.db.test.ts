import { beforeAll, expect, test } from "vitest";
import { GET as shopPage } from "../demo-shop-page/route.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { pathsOf, track, type Walked } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

type Shop = { data: { site: { publishableKey: string }; journey: { id: string; status: string } | null } };

test("the demo shop is set up once, so that it can run, and stays as people changed it", async () => {
  const before = await api.call<Shop>("GET /api/demo-shop");
  expect(before.body.data).toMatchObject({ site: { publishableKey: api.publishableKey }, journey: null });
  const made = await api.call<Shop>("POST /api/demo-shop");
  const { id = "" } = made.body.data.journey ?? {};
  expect(made.body.data.journey).toMatchObject({ name: "Demo shop", status: "PUBLISHED" });
  const { body } = await api.call<{ data: { problems: { code: string }[] } }>(`POST /api/journeys/${id}/validate`);
  // Nobody has visited it yet.
  expect(new Set(body.data.problems.map(({ code }) => code))).toEqual(new Set(["unknown_event", "no_sdk"]));
  // Each button of the shop begins what it says, also for a visitor who stands in the other.
  for (const asked of ["app.tour_asked", "app.survey_asked"]) await track(api, asked, ["shopper-1"]);
  const journey = await api.call<{ data: Walked }>(`GET /api/journeys/${id}`);
  expect(await pathsOf(api, journey.body.data)).toEqual([
    ["asked_for_tour", "tour"],
    ["asked_for_survey", "survey"],
  ]);
  await api.call("PATCH /api/content/demo-shop-thanks", { body: { name: "Ours" } });
  await api.call(`POST /api/journeys/${id}/pause`, { body: {} });
  const again = await api.call<Shop>("POST /api/demo-shop");
  expect(again.body.data.journey).toMatchObject({ id, status: "PAUSED" });
  const { body: content } = await api.call<{ data: object[] }>("GET /api/content?search=Ours");
  expect(content.data).toHaveLength(1);
});

test("a shop from before there was a survey gets one beside what people made of it, and their changes stay unpublished", async () => {
  const { workspaceId, database } = api;
  const shop = await api.call<Shop>("GET /api/demo-shop");
  const id = shop.body.data.journey?.id ?? "";
  await api.call(`POST /api/journeys/${id}/resume`, { body: {} });
  type Drawn = {
    nodes: { id: string; name: string; type: string; config: { contentType?: string } }[];
    edges: object[];
  };
  const drawn = async () =>
    (await api.call<{ data: Drawn & { settings: object } }>(`GET /api/journeys/${id}`)).body.data;
  const withoutSurvey = async (more: object = {}) => {
    const { nodes, edges } = await drawn();
    const kept = nodes.filter(({ name }) => !/survey|answered/.test(name));
    const ids = new Set(kept.map((node) => node.id));
    const both = (edges as { sourceNodeId: string; targetNodeId: string }[]).filter(
      (edge) => ids.has(edge.sourceNodeId) && ids.has(edge.targetNodeId),
    );
    await api.call(`PUT /api/journeys/${id}/canvas`, { body: { nodes: kept, edges: both } });
    await api.call(`PATCH /api/journeys/${id}`, { body: { settings: { reEntry: "after_exit" }, ...more } });
  };
  await withoutSurvey();
  await api.call(`POST /api/journeys/${id}/publish`, { body: {} });
  expect((await api.call<Shop>("GET /api/demo-shop")).body.data.journey).toMatchObject({
    ...{ asksSurvey: false, hasChanges: false },
  });
  expect((await api.call<Shop>("POST /api/demo-shop")).body.data.journey).toMatchObject({
    ...{ status: "PUBLISHED", asksSurvey: true, hasChanges: false },
  });
  expect((await drawn()).settings).toMatchObject({ reEntry: "restart" });
  await track(api, "app.survey_asked", ["shopper-2"]);
  const journey = await api.call<{ data: Walked }>(`GET /api/journeys/${id}`);
  expect(await pathsOf(api, journey.body.data)).toContainEqual(["asked_for_survey", "survey"]);
  await withoutSurvey({ description: "Half of a change" });
  expect((await api.call<Shop>("POST /api/demo-shop")).body.data.journey).toMatchObject({
    ...{ asksSurvey: true, hasChanges: true },
  });
  const [{ versions } = { versions: 0 }] = await database.sql<{ versions: number }[]>`
    select count(*)::int as versions from versions where workspace_id = ${workspaceId} and journey_id = ${id}`;
  expect(versions).toBe(3);
});

test("the page of the shop takes nothing but a key and a shopper into its text, and only the studio may frame it", async () => {
  const open = (query: Record<string, string>) =>
    shopPage(new Request(`http://localhost/demo-shop-page?${new URLSearchParams(query)}`));
  const shopper = "shopper-0a1b2c3d";
  const page = open({ key: api.publishableKey, shopper });
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  expect(await page.text()).toContain(`data-key="${api.publishableKey}" data-shopper="${shopper}"`);
  for (const query of [
    { key: `${api.publishableKey}"><script>`, shopper },
    { key: api.publishableKey, shopper: '"x' },
  ])
    expect(open(query).status).toBe(404);
});
