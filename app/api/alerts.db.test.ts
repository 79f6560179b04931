import { expect, test } from "vitest";
import { newId } from "#db";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";
import { drawn, onEvent } from "./testing/walk.ts";
import { apiWorld, type World } from "./testing/world.ts";

type Alert = { id: string; code: string; journeyId: string | null; journeyName: string | null; count: number };

const alerts = async (world: World) => (await world.call<{ data: Alert[] }>("GET /api/alerts")).body.data;

/** What batches of several shards leave of one alert. */
const raise = async (world: World, about: { workspaceId?: string | null; journeyId?: string; ago?: string } = {}) => {
  const id = newId();
  const { workspaceId = world.workspaceId, journeyId = null, ago = "1 minute" } = about;
  await world.database.sql`
    insert into alerts (shard, id, workspace_id, journey_id, code, text, count, at)
    select shard, ${id}, ${workspaceId}, ${journeyId}, 'held_limit', 'Text of shard ' || shard, 2,
      now() - ${ago}::interval + shard * interval '1 second'
    from (values (3), (7)) as raised (shard)`;
  return id;
};

test("an alert of several shards is one, with the latest text and the sum of the counts", async () => {
  const world = await apiWorld();
  const journey = await drawn(world, [onEvent("in")], { name: "Welcome" });
  const id = await raise(world, { journeyId: journey.id });
  expect(await alerts(world)).toMatchObject([
    { id, code: "held_limit", journeyId: journey.id, journeyName: "Welcome", count: 4, text: "Text of shard 7" },
  ]);
});

test("a dismissed alert is gone for everybody in the workspace, and dismissing it again is harmless", async () => {
  const world = await apiWorld();
  const id = await raise(world);
  const kept = await raise(world, { ago: "2 minutes" });
  expect((await world.call<{ data: Alert }>(`POST /api/alerts/${id}/dismiss`)).body.data.id).toBe(id);
  expect((await alerts(world)).map((alert) => alert.id)).toEqual([kept]);
  expect((await world.call(`POST /api/alerts/${id}/dismiss`)).status).toBe(200);
});

test("alerts of other workspaces do not exist; those of the installation are everybody's", async () => {
  const [world, other] = [await apiWorld(), await apiWorld()];
  const own = await raise(world);
  const everybodys = await raise(world, { workspaceId: null });
  expect((await alerts(other)).map((alert) => alert.id)).toEqual([everybodys]);
  expect((await other.call(`POST /api/alerts/${own}/dismiss`)).status).toBe(404);
  expect((await other.call("POST /api/alerts/nonsense/dismiss")).status).toBe(404);
  await other.call(`POST /api/alerts/${everybodys}/dismiss`);
  expect((await alerts(world)).map((alert) => alert.id)).toEqual([own]);
});

test("alerts of a deleted journey, and those older than a week, are not shown", async () => {
  const world = await apiWorld();
  await raise(world, { journeyId: newId() });
  await raise(world, { ago: "8 days" });
  expect(await alerts(world)).toEqual([]);
});

test("a viewer sees alerts and dismisses none", async () => {
  const world = await apiWorld();
  const id = await raise(world);
  const cookie = await signSessionFor(world, "viewer");
  expect((await send("GET", "/api/alerts", { headers: { cookie } })).status).toBe(200);
  expect((await send("POST", `/api/alerts/${id}/dismiss`, { headers: { cookie } })).status).toBe(403);
});
