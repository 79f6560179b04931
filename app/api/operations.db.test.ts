import { beforeAll, describe, expect, test } from "vitest";
import { ALL_SHARDS, newId } from "#db";
import { startEngine } from "#runtime";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { onEvent, published, settle, track, type Walked } from "./testing/walk.ts";

type Operation = { id: string; kind: string; status: string; done: number; total: number; journeyId: string | null };

let api: ApiFixture;
beforeAll(async () => {
  api = await apiFixture();
});

const wait = { type: "WAIT", name: "wait", config: { duration: "10d" } };
const exit = { type: "EXIT", name: "end", config: {} };
const manual = { type: "TRIGGER", name: "start", config: { triggerType: "MANUAL", triggerConfig: {} } };
const list = async (query = "") =>
  (await api.call<{ data: Operation[]; meta: { total: number } }>(`GET /api/operations${query}`)).body;
const cancel = (id: string) => api.call<{ data: Operation }>(`POST /api/operations/${id}/cancel`);
const wordOf = (people: number, name: string) => Array.from({ length: people }, (_, index) => `${name} ${index}`);

async function segmentOf(userIds: readonly string[]): Promise<string> {
  const personIds = await track(api, "seen", userIds);
  const key = `list-${newId()}`;
  const made = await api.call<{ data: { id: string } }>("POST /api/segments", { body: { name: key, key } });
  await api.call(`POST /api/segments/${made.body.data.id}/members`, { body: { personIds } });
  await settle(api);
  return made.body.data.id;
}
const enroll = async (journey: Walked, segmentId: string) => {
  const body = { segmentId };
  const answer = await api.call<{ data: { operation: Operation } }>(`POST /api/journeys/${journey.id}/enrollments`, {
    body,
  });
  return answer.body.data.operation;
};

describe("set-wise work (R15)", () => {
  test("is listed by journey and status, the newest first, and is nobody else's to see", async () => {
    const segmentId = await segmentOf(wordOf(3, "listed"));
    const [one, other] = [await published(api, [manual, wait, exit]), await published(api, [manual, wait, exit])];
    const first = await enroll(one, segmentId);
    await settle(api);
    const second = await enroll(one, segmentId);
    await enroll(other, segmentId);
    const own = await list(`?journeyId=${one.id}`);
    expect(own.data.map((operation) => operation.id)).toEqual([second.id, first.id]);
    expect(own.meta.total).toBe(2);
    expect((await list(`?journeyId=${one.id}&status=waiting`)).data.map(({ id }) => id)).toEqual([second.id]);
    expect((await api.call("GET /api/operations?status=sleeping")).status).toBe(400);
    const stranger = await apiFixture();
    expect((await stranger.call<{ data: [] }>("GET /api/operations")).body.data).toEqual([]);
    expect((await stranger.call(`POST /api/operations/${second.id}/cancel`)).status).toBe(404);
    await settle(api);
  });

  test("knows its total from the start, whatever its kind, and exactly at the end", async () => {
    const segmentId = await segmentOf(wordOf(7, "totals"));
    const journey = await published(api, [onEvent("totals in"), { ...manual, name: "by hand" }, wait, exit], {
      edges: [
        { sourceNodeId: 0, targetNodeId: 2 },
        { sourceNodeId: 1, targetNodeId: 2 },
        { sourceNodeId: 2, targetNodeId: 3 },
      ],
    });
    const asked = await enroll(journey, segmentId);
    expect(asked).toMatchObject({ status: "waiting", done: 0, total: 7 });
    expect((await list(`?journeyId=${journey.id}`)).data[0]).toMatchObject({ cancellable: true });
    await settle(api);
    expect((await list(`?journeyId=${journey.id}`)).data[0]).toMatchObject({
      status: "done",
      done: 7,
      total: 7,
      cancellable: false,
    });
    await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "hold" } });
    await api.call(`POST /api/journeys/${journey.id}/resume`);
    expect((await list(`?journeyId=${journey.id}`)).data[0]).toMatchObject({
      kind: "resume",
      total: 7,
      cancellable: false,
    });
    await api.call(`DELETE /api/journeys/${journey.id}`);
    expect((await list(`?journeyId=${journey.id}`)).data[0]).toMatchObject({ kind: "archive", total: 7 });
    await settle(api);
    const [archive, resume] = (await list(`?journeyId=${journey.id}`)).data;
    expect(archive).toMatchObject({ status: "done", done: 7, total: 7 });
    expect(resume).toMatchObject({ kind: "resume", status: "cancelled" });
  });

  test("can be cancelled where each person's part is whole; elsewhere the answer says what to do instead", async () => {
    const segmentId = await segmentOf(wordOf(4, "cancelled"));
    const journey = await published(api, [manual, wait, exit]);
    const { id } = await enroll(journey, segmentId);
    expect((await cancel(id)).body.data).toMatchObject({ status: "cancelled", done: 0 });
    expect((await cancel(id)).status).toBe(200);
    await settle(api);
    expect((await list(`?journeyId=${journey.id}`)).data).toMatchObject([{ status: "cancelled", done: 0 }]);

    const finished = await enroll(journey, segmentId);
    await settle(api);
    expect((await cancel(finished.id)).status).toBe(409);
    await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "hold" } });
    await api.call(`POST /api/journeys/${journey.id}/resume`, { body: { perMinute: 1 } });
    const [resume] = (await list(`?journeyId=${journey.id}`)).data;
    const refused = await cancel(resume?.id ?? "");
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("Pause the journey again")]);
    expect((await cancel(newId())).status).toBe(404);
    await settle(api);
  });

  test("pausing again ends a resume that is still handing people on", async () => {
    const segmentId = await segmentOf(wordOf(3, "again"));
    const journey = await published(api, [manual, wait, exit]);
    await enroll(journey, segmentId);
    await settle(api);
    await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "queue" } });
    await api.call(`POST /api/journeys/${journey.id}/resume`, { body: { perMinute: 1 } });
    await api.call(`POST /api/journeys/${journey.id}/pause`, { body: { pauseMode: "hold" } });
    expect((await list(`?journeyId=${journey.id}`)).data[0]).toMatchObject({ kind: "resume", status: "cancelled" });
    expect((await api.call(`POST /api/journeys/${journey.id}/resume`, { body: { perMinute: 0 } })).status).toBe(422);
  });

  test("small work is done when the request is answered, with an engine at hand", async () => {
    const event = "small in";
    const journey = await published(api, [onEvent(event), wait, exit]);
    await track(api, event, wordOf(5, "small"));
    const engine = startEngine(api.database, { outbox: false });
    try {
      const { body } = await api.call<{ data: { operation: Operation } }>(`POST /api/journeys/${journey.id}/recount`);
      expect(body.data.operation).toMatchObject({ kind: "recount", status: "done" });
      const nodeId = journey.nodes.find((node) => node.name === "wait")?.id;
      await api.call(`PATCH /api/journeys/${journey.id}`, { body: { settings: { reEntry: "every" } } });
      const migration = { steps: [{ nodeId, action: "exit" }] };
      const moved = await api.call<{ operation: Operation }>(`POST /api/journeys/${journey.id}/publish`, {
        body: { migration },
      });
      expect(moved.body.operation).toMatchObject({ kind: "migrate", status: "done", done: 5, total: 5 });
    } finally {
      await engine.stop();
    }
  });

  test("of one journey runs in order", async () => {
    const segmentId = await segmentOf(wordOf(2, "order"));
    const journey = await published(api, [manual, wait, exit]);
    const first = await enroll(journey, segmentId);
    // A shard that another worker holds keeps the first one open.
    const { sql } = api.database;
    await sql`insert into operation_shards (shard, operation_id) select unnest(${[...ALL_SHARDS]}::int[]), ${first.id}`;
    await sql.begin(async (tx) => {
      await tx`select from shards where shard = any(${[...ALL_SHARDS]}::smallint[]) for update`;
      const second = await enroll(journey, segmentId);
      await settle(api);
      const open = (await list(`?journeyId=${journey.id}`)).data;
      expect(open.map(({ id, status }) => [id, status])).toEqual([
        [second.id, "waiting"],
        [first.id, "running"],
      ]);
    });
    await settle(api);
    expect((await list(`?journeyId=${journey.id}`)).data.map(({ status }) => status)).toEqual(["done", "done"]);
    expect(await api.database.orm.$count(schema.enrollments)).toBeGreaterThan(0);
  });
});
