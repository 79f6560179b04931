import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { ingest } from "#runtime";
import type { JourneyStats } from "#services/stats";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track } from "./testing/walk.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
  await api.call("POST /api/content", {
    body: { type: "email", slug: "hello", name: "Hello", subject: "Hi", html: "<p>Hi</p>" },
  });
});

const wait = { type: "WAIT", name: "wait", config: { duration: "10d" } };
const asked = { type: "WAIT_FOR_EVENT", name: "asked", config: { eventName: "yes" } };
const mail = { type: "CONTENT", name: "mail", contentId: "hello", config: { contentType: "email" } };
const exit = { type: "EXIT", name: "end", config: {} };
const act = (id: string, verb: string, body: unknown = {}) => api.call(`POST /api/journeys/${id}/${verb}`, { body });
const enrollments = (id: string) =>
  api.database.sql<{ person: string; status: string; reason: string | null }[]>`
    select external_id as person, status, exit_reason as reason
    from enrollments join people on people.shard = enrollments.shard and people.id = person_id
    where journey_id = ${id} order by 1, enrolled_at`;
const deliveries = async (id: string) =>
  (
    await api.database.sql<
      { status: string }[]
    >`select status from deliveries where journey_id = ${id} order by queued_at`
  ).map(({ status }) => status);
const statsOf = async (id: string) =>
  (await api.call<{ data: z.infer<typeof JourneyStats> }>(`GET /api/journeys/${id}/stats`)).body.data;

describe("what a journey's past may do to it", () => {
  test("R31 archived, restored and published again before the engine has come by: only the past is stopped", async () => {
    const { id } = await published(api, [onEvent("r31"), mail, wait, exit]);
    await track(api, "r31", ["r31 old"]);
    expect((await api.call(`DELETE /api/journeys/${id}`)).status).toBe(200);
    await act(id, "restore");
    expect((await act(id, "publish")).status).toBe(200);
    expect((await statsOf(id)).totals).toMatchObject({ active: 0, stopped: 1 });
    const event = { workspaceId: api.workspaceId, type: "track" as const, event: "r31" };
    await ingest(api.database, [
      { ...event, userId: "r31 old" },
      { ...event, userId: "r31 new" },
    ]);
    await settle(api);
    expect(await enrollments(id)).toEqual([
      { person: "r31 new", status: "active", reason: null },
      { person: "r31 old", status: "stopped", reason: "journey_archived" },
    ]);
    expect(await deliveries(id)).toEqual(["cancelled", "queued"]);
    const { totals, nodes } = await statsOf(id);
    expect(totals).toMatchObject({ enrolled: 2, active: 1, stopped: 1 });
    expect(nodes.find((node) => node.name === "wait")).toMatchObject({ entered: 2, waiting: 1, exited: 1 });
  });

  test("R31 archiving ends the work that was under way for the journey", async () => {
    const { id, nodes } = await published(api, [onEvent("r31b"), wait, exit]);
    await track(api, "r31b", ["r31b 1", "r31b 2"]);
    await act(id, "pause", { pauseMode: "hold" });
    await api.call(`PATCH /api/journeys/${id}`, { body: { settings: { reEntry: "every" } } });
    const nodeId = nodes.find((node) => node.name === "wait")?.id;
    await act(id, "publish", { migration: { steps: [{ nodeId, action: "move" }], perMinute: 1 } });
    await api.call(`DELETE /api/journeys/${id}`);
    await settle(api);
    const rows = await api.database.sql<{ kind: string; status: string }[]>`
      select kind, status from operations where journey_id = ${id} order by kind`;
    expect(rows.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      "archive done",
      "migrate cancelled",
      "resume cancelled",
    ]);
    expect((await enrollments(id)).map((row) => row.reason)).toEqual(["journey_archived", "journey_archived"]);
  });

  test("R34 unpublished from PAUSED people go on, and what a hold kept is handed back", async () => {
    const { id } = await published(api, [onEvent("r34"), asked, exit]);
    await track(api, "r34", ["r34 1", "r34 2"]);
    await act(id, "pause", { pauseMode: "hold" });
    await track(api, "yes", ["r34 1"]);
    expect((await enrollments(id)).map((row) => row.status)).toEqual(["active", "active"]);
    await act(id, "unpublish");
    await settle(api);
    expect((await enrollments(id)).map((row) => row.status)).toEqual(["completed", "active"]);
    await track(api, "yes", ["r34 2"]);
    await track(api, "r34", ["r34 3"]);
    expect((await enrollments(id)).map((row) => row.status)).toEqual(["completed", "completed"]);
  });

  test("R34 published from PAUSED with a changed draft it is a new version, without one it merely resumes", async () => {
    const { id } = await published(api, [onEvent("r34b"), asked, exit]);
    await track(api, "r34b", ["r34b 1"]);
    await act(id, "pause", { pauseMode: "hold" });
    expect((await act(id, "publish")).body).toMatchObject({
      data: { status: "PUBLISHED", publishedVersion: { number: 1 } },
    });
    await act(id, "pause", { pauseMode: "hold" });
    await track(api, "yes", ["r34b 1"]);
    await api.call(`PATCH /api/journeys/${id}`, { body: { settings: { reEntry: "every" } } });
    expect((await act(id, "publish")).body).toMatchObject({ data: { publishedVersion: { number: 2 } } });
    await settle(api);
    expect(await enrollments(id)).toEqual([{ person: "r34b 1", status: "completed", reason: "finished" }]);
  });

  test("R34 restoring clears a pause: published again nobody is held", async () => {
    const { id } = await published(api, [onEvent("r34c"), asked, exit]);
    await act(id, "pause", { pauseMode: "hold" });
    await api.call(`DELETE /api/journeys/${id}`);
    expect((await act(id, "restore")).body).toMatchObject({ data: { status: "DRAFT", pauseMode: null } });
    await act(id, "publish");
    await track(api, "r34c", ["r34c 1"]);
    await track(api, "yes", ["r34c 1"]);
    expect(await enrollments(id)).toEqual([{ person: "r34c 1", status: "completed", reason: "finished" }]);
  });
});
