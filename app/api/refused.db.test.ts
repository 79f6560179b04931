import { beforeAll, expect, test } from "vitest";
import { countMessages, noteFindings } from "#runtime";
import type { RefusedMessages } from "#services/events";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
  const { workspaceId, database } = api;
  const about = { workspaceId, message: "name the event", door: "/v1/batch", input: { userId: "ada", event: "" } };
  countMessages(database, workspaceId, 400);
  await noteFindings(
    database,
    Array.from({ length: 5 }, () => ({ ...about, reason: "invalid" as const, path: ["event"] })),
  );
  await database.sql`
    insert into refused_messages (workspace_id, hour, reason, field, count, samples, first_at, last_at)
    select workspace_id, hour - interval '30 hours', reason, field, 2, '[]', first_at - interval '30 hours',
      last_at - interval '30 hours' from refused_messages`;
  await noteFindings(database, [
    { ...about, reason: "text_mended", path: ["properties", "name"], message: "was replaced" },
  ]);
});

const refused = async (query = "") => (await api.call<RefusedMessages>(`GET /api/events/refused${query}`)).body;

test("F1: what was refused is listed by reason and field, the latest first, with samples and totals", async () => {
  const { data, meta, totals } = await refused();
  expect(data.map(({ outcome, reason, field, count }) => [outcome, reason, field, count])).toEqual([
    ["changed", "text_mended", "properties", 1],
    ["refused", "invalid", "event", 7],
  ]);
  expect(meta).toMatchObject({ total: 2, page: 1 });
  expect(totals).toEqual({ received: 400, refused: 7, changed: 1 });
  expect(data[1]?.samples).toHaveLength(3);
  expect(data[1]?.samples[0]).toMatchObject({ path: "/v1/batch", userId: "ada", text: '{"userId":"ada","event":""}' });
  expect(data[0]?.samples[0]?.field).toBe("properties.name");
});

test("only the asked-for hours count, and pages can be turned", async () => {
  expect((await refused("?hours=24")).data.map(({ count }) => count)).toEqual([1, 5]);
  expect((await refused("?limit=1&page=2")).data.map(({ reason }) => reason)).toEqual(["invalid"]);
  for (const bad of ["0", "721", "x", "1.5"]) {
    expect((await api.call(`GET /api/events/refused?hours=${bad}`)).status).toBe(400);
  }
});

test("another workspace sees nothing of it", async () => {
  const other = await apiFixture();
  expect((await other.call<RefusedMessages>("GET /api/events/refused")).body.data).toEqual([]);
});
