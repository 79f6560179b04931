import { beforeEach, describe, expect, test } from "vitest";
import type * as z from "zod";
import { ingest } from "#runtime";
import type { Audit } from "#services/audit";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { exit, pause } from "./testing/steps.ts";
import { onEvent, published, settle, track } from "./testing/walk.ts";

type Kept = { data: { id: string; kind: string; payload: unknown; error: string }[]; meta: { total: number } };

let api: ApiFixture;
beforeEach(async () => {
  api = await apiFixture();
  await api.database.sql.unsafe(
    "drop trigger if exists refuse on enrollments; drop trigger if exists refuse on person_changes",
  );
});

/** The database refuses rows of one table until the trigger is dropped. */
const refuse = (table: string, when = "true") =>
  api.database.sql.unsafe(`
    create or replace function refuse() returns trigger language plpgsql as $$
    begin raise exception 'no room' using errcode = '22P05'; end $$;
    create trigger refuse before insert on ${table} for each row when (${when}) execute function refuse()`);
const accept = (table: string) => api.database.sql.unsafe(`drop trigger refuse on ${table}`);
const kept = async () => (await api.call<Kept>("GET /api/signals/rejected")).body;
const put = async (verb: "replay" | "discard", body?: unknown, of = api) => {
  const answer = await of.call<{ data: unknown }>(`POST /api/signals/rejected/${verb}`, body ? { body } : {});
  return answer.status === 200 ? answer.body.data : answer.status;
};
const audit = async () => (await api.call<{ data: z.infer<typeof Audit> }>("GET /api/audit")).body.data;
const count = async (table: string, where = "true") => {
  const [row] = await api.database.sql.unsafe(
    `select count(*)::int as n from ${table} where workspace_id = '${api.workspaceId}' and ${where}`,
  );
  return row?.n;
};

describe("signals that could not be processed", () => {
  test("T3: an accepted event of which nothing could be stored is kept, found by the audit, and replayed once", async () => {
    await published(api, [onEvent("in"), pause, exit]);
    await refuse("enrollments");
    await track(api, "in", ["ada"], { properties: { order: 12 } });
    expect(await count("enrollments")).toBe(0);
    const [signal, ...others] = (await kept()).data;
    expect([signal, others]).toMatchObject([
      { kind: "event", error: "no room", payload: { event: { name: "app.in", properties: { order: 12 } } } },
      [],
    ]);
    const found = await audit();
    expect(found.signals).toEqual({ waiting: 0, kept: 1 });
    expect(found.findings).toMatchObject([
      {
        code: "signals_rejected",
        text: expect.stringMatching(/^1 accepted signals \(event\) of 1 people .* no room$/),
      },
    ]);
    await accept("enrollments");
    const answers = await Promise.all([1, 2, 3].map(() => put("replay")));
    expect(answers.filter((answer) => JSON.stringify(answer).includes('"replayed":1'))).toHaveLength(1);
    await settle(api);
    expect([await count("enrollments"), await count("inbox"), (await kept()).meta.total]).toEqual([1, 0, 0]);
    expect(await audit()).toMatchObject({ signals: { waiting: 0, kept: 0 }, findings: [] });
    await put("replay");
    await settle(api);
    expect(await count("enrollments")).toBe(1);
  });

  test("T3: what is replayed comes in the order in which it was accepted, and what fails again is kept again", async () => {
    await refuse("person_changes", "new.source = 'identify'");
    const { workspaceId } = api;
    for (const step of [1, 2, 3])
      await ingest(api.database, [{ workspaceId, userId: "ada", type: "identify", traits: { step } }]);
    await settle(api);
    expect((await kept()).meta.total).toBe(3);
    await put("replay");
    await settle(api);
    expect((await kept()).meta.total).toBe(3);
    await accept("person_changes");
    expect(await put("replay")).toEqual({ replayed: 3, left: 0, superseded: [] });
    await settle(api);
    expect(await count("people", "traits = '{\"step\": 3}'")).toBe(1);
  });

  test.each([
    ["was processed", true],
    ["still waits", false],
  ])("T3: what is replayed does not come over what a later change says that %s", async (_what, processed) => {
    const { workspaceId, database } = api;
    const ada = { workspaceId, userId: "ada", type: "identify" } as const;
    await refuse("person_changes", "new.source = 'identify'");
    await ingest(database, [{ ...ada, traits: { plan: "free", city: "Rome" } }]);
    await settle(api);
    const [signal] = (await kept()).data;
    await accept("person_changes");
    await ingest(database, [{ ...ada, traits: { plan: "pro" } }]);
    if (processed) await settle(api);
    expect(await put("replay")).toEqual({
      replayed: 1,
      left: 0,
      superseded: [{ id: signal?.id, fields: ["traits.plan"] }],
    });
    await settle(api);
    expect(await count("people", `traits = '{"plan": "pro", "city": "Rome"}'`)).toBe(1);
  });

  test("T3: only some are replayed or discarded when they are named, in the own workspace alone", async () => {
    await refuse("person_changes", "new.source = 'identify'");
    const { workspaceId, database } = api;
    for (const userId of ["ada", "ben", "cleo"])
      await ingest(database, [{ workspaceId, userId, type: "identify", traits: { known: true } }]);
    await settle(api);
    const ids = (await kept()).data.map(({ id }) => id);
    const stranger = await apiFixture();
    expect(await put("replay", { ids }, stranger)).toEqual({ replayed: 0, left: 0, superseded: [] });
    expect((await send("GET", "/api/signals/rejected", {})).status).toBe(401);
    const one = ids.slice(0, 1);
    expect(await put("discard", { ids: one })).toEqual({
      discarded: 1,
      left: 2,
    });
    expect(await put("discard", {})).toBe(422);
    const two = ids.slice(1, 2);
    expect(await put("replay", { ids: two })).toEqual({
      replayed: 1,
      left: 1,
      superseded: [],
    });
  });

  test("T3 R40 R39: kept signals follow a merged person, and go with an erased one", async () => {
    await refuse("person_changes", "new.source = 'identify'");
    const { workspaceId, database } = api;
    await ingest(database, [{ workspaceId, anonymousId: "visitor", type: "identify", traits: { a: 1 } }]);
    await settle(api);
    await ingest(database, [{ workspaceId, userId: "ada", type: "track", event: "any" }]);
    await settle(api);
    await ingest(database, [{ workspaceId, userId: "ada", anonymousId: "visitor", type: "track", event: "any" }]);
    await settle(api);
    const follows = "person_id in (select id from people where external_id = 'ada' and shard = rejected_signals.shard)";
    expect([await count("rejected_signals"), await count("rejected_signals", follows)]).toEqual([1, 1]);
    const [ada] = await database.sql<{ id: string }[]>`
      select id from people where external_id = 'ada' and workspace_id = ${workspaceId}`;
    expect((await api.call(`DELETE /api/people/${ada?.id}`)).status).toBeLessThan(300);
    await settle(api);
    expect(await count("rejected_signals")).toBe(0);
  });
});
