import { expect, test } from "vitest";
import { newId } from "#db";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";
import { drawn, onEvent } from "./testing/walk.ts";

type Alert = { id: string; code: string; journeyId: string | null; journeyName: string | null; count: number };

const alerts = async (api: ApiFixture) => (await api.call<{ data: Alert[] }>("GET /api/alerts")).body.data;

/** Inserts one alert as batches of several shards do. */
const raise = async (
  api: ApiFixture,
  about: { workspaceId?: string | null; journeyId?: string; ago?: string } = {},
) => {
  const id = newId();
  const { workspaceId = api.workspaceId, journeyId = null, ago = "1 minute" } = about;
  await api.database.sql`
    insert into alerts (shard, id, workspace_id, journey_id, code, text, count, at)
    select shard, ${id}, ${workspaceId}, ${journeyId}, 'held_limit', 'Text of shard ' || shard, 2,
      now() - ${ago}::interval + shard * interval '1 second'
    from (values (3), (7)) as raised (shard)`;
  return id;
};

test("an alert of several shards is one, with the latest text and the sum of the counts", async () => {
  const api = await apiFixture();
  const journey = await drawn(api, [onEvent("in")], { name: "Welcome" });
  const id = await raise(api, { journeyId: journey.id });
  expect(await alerts(api)).toMatchObject([
    { id, code: "held_limit", journeyId: journey.id, journeyName: "Welcome", count: 4, text: "Text of shard 7" },
  ]);
});

test("a dismissed alert is gone for everybody in the workspace, and dismissing it again is harmless", async () => {
  const api = await apiFixture();
  const id = await raise(api);
  const kept = await raise(api, { ago: "2 minutes" });
  expect((await api.call<{ data: Alert }>(`POST /api/alerts/${id}/dismiss`)).body.data.id).toBe(id);
  expect((await alerts(api)).map((alert) => alert.id)).toEqual([kept]);
  expect((await api.call(`POST /api/alerts/${id}/dismiss`)).status).toBe(200);
});

test("alerts of other workspaces do not exist; those of the installation are everybody's", async () => {
  const [api, other] = [await apiFixture(), await apiFixture()];
  const own = await raise(api);
  const everybodys = await raise(api, { workspaceId: null });
  expect((await alerts(other)).map((alert) => alert.id)).toEqual([everybodys]);
  expect((await other.call(`POST /api/alerts/${own}/dismiss`)).status).toBe(404);
  expect((await other.call("POST /api/alerts/nonsense/dismiss")).status).toBe(404);
  await other.call(`POST /api/alerts/${everybodys}/dismiss`);
  expect((await alerts(api)).map((alert) => alert.id)).toEqual([own]);
});

test("alerts of a deleted journey, and those older than a week, are not shown", async () => {
  const api = await apiFixture();
  await raise(api, { journeyId: newId() });
  await raise(api, { ago: "8 days" });
  expect(await alerts(api)).toEqual([]);
});

test("a viewer sees alerts and dismisses none", async () => {
  const api = await apiFixture();
  const id = await raise(api);
  const cookie = await signSessionFor(api, "viewer");
  expect((await send("GET", "/api/alerts", { headers: { cookie } })).status).toBe(200);
  expect((await send("POST", `/api/alerts/${id}/dismiss`, { headers: { cookie } })).status).toBe(403);
});
