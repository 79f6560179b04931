import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db";
import { schema } from "#store";
import { createRuntime, ingest } from "../index.ts";
import { DAY, RuntimeHarness } from "../testing/runtime-harness.ts";
import { makePartitions } from "./make-partitions.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const NEVER = { events: null, history: null, deliveries: null, messageIds: 3 };
const runtime = () => createRuntime(stage.database, { report: () => {} });
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();

async function partitions(table: string): Promise<string[]> {
  const rows = await stage.database.sql<{ name: string }[]>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = ${table}::regclass order by 1`;
  return rows.map((row) => row.name);
}

/** A week of old events in its own partition, and an event of 60 days ago in the default partition. */
async function age(): Promise<void> {
  const { workspaceId, database } = stage;
  await database.sql`create table events_20240101 partition of events for values from ('2024-01-01') to ('2024-01-08')`;
  await ingest(database, [{ workspaceId, userId: "ada", type: "track", event: "in" }]);
  for (const at of ["2024-01-03T00:00:00Z", ago(60), ago(5)])
    await database.sql`
      insert into events (shard, received_at, id, workspace_id, person_id, name, timestamp)
      select shard, ${at}, gen_random_uuid(), workspace_id, id, 'app.old', now() from people`;
}

const old = () => stage.count("events", "name = 'app.old'");

describe("retention", () => {
  test("R11 nothing is deleted unless a retention is set", async () => {
    await age();
    await makePartitions(runtime(), NEVER);
    expect(await old()).toBe(3);
  });

  test("R11 partitions older than set are dropped, and older rows of the default one deleted", async () => {
    await age();
    await makePartitions(runtime(), { ...NEVER, events: 30 });
    expect(await partitions("events")).not.toContain("events_20240101");
    expect(await old()).toBe(1);
    expect(await stage.count("events", "name = 'app.in'")).toBe(1);
  });

  test("R11 events that a rule in use counts stay, whatever is set", async () => {
    await age();
    const rules = { all: [{ event: "old", count: { gte: 1 }, within: "90d" }] };
    const { workspaceId } = stage;
    await stage.database.orm
      .insert(schema.segments)
      .values({ id: newId(), workspaceId, key: "old", name: "Old", kind: "rules", rules });
    await makePartitions(runtime(), { ...NEVER, events: 30 });
    expect(await old()).toBe(2);
  });

  test("R11 a partition in use is not waited for: it goes with a later round", async () => {
    await age();
    await stage.database.sql.begin(async (sql) => {
      await sql`select count(*) from events_20240101`;
      await makePartitions(runtime(), { ...NEVER, events: 30 });
      expect(await partitions("events")).toContain("events_20240101");
    });
    await makePartitions(runtime(), { ...NEVER, events: 30 });
    expect(await partitions("events")).not.toContain("events_20240101");
  });

  test("R11 finished deliveries are deleted; waiting ones stay", async () => {
    const { workspaceId, database } = stage;
    const shard = 3;
    const base = { shard, workspaceId, journeyId: newId(), versionId: newId(), nodeId: newId(), visit: 1, epoch: 1 };
    for (const [status, days] of [
      ["sent", 60],
      ["failed", 60],
      ["queued", 60],
      ["pending", 60],
      ["sent", 5],
    ] as const)
      await database.orm.insert(schema.deliveries).values({
        ...base,
        id: newId(shard),
        enrollmentId: newId(shard),
        personId: newId(shard),
        channel: "email",
        contentType: "email",
        status,
        idempotencyKey: newId(),
        queuedAt: new Date(ago(days)),
      });
    await makePartitions(runtime(), { ...NEVER, deliveries: 30 });
    const rows = await database.sql<{ status: string }[]>`select status from deliveries order by status`;
    expect(rows.map((row) => row.status)).toEqual(["pending", "queued", "sent"]);
  });

  test("F1: counts and samples of refused messages are deleted after thirty days, also when everything else is kept forever", async () => {
    const { workspaceId, database } = stage;
    for (const days of [31, 29])
      await database.sql`
        with at as (select date_bin('1 hour', ${ago(days)}::timestamptz, timestamptz 'epoch') as hour),
          counted as (insert into message_counts select ${workspaceId}::uuid, hour, 5 from at)
        insert into refused_messages (workspace_id, hour, reason, field, count) select ${workspaceId}, hour, 'invalid', 'event', 1 from at`;
    await makePartitions(runtime(), NEVER);
    expect([await stage.count("refused_messages"), await stage.count("message_counts")]).toEqual([1, 1]);
  });

  test("T3 signals that nobody replays or discards are deleted after 90 days", async () => {
    await ingest(stage.database, [{ workspaceId: stage.workspaceId, userId: "ada", type: "identify" }]);
    for (const days of [100, 80])
      await stage.database.sql`
        insert into rejected_signals (shard, id, workspace_id, person_id, received_at, kind, payload, reason, error, rejected_at)
        select shard, gen_random_uuid(), workspace_id, id, ${ago(120)}, 'event', '{}', 'refused', 'no room', ${ago(days)} from people`;
    await makePartitions(runtime(), NEVER);
    expect(await stage.count("rejected_signals", `rejected_at > '${ago(90)}'`)).toBe(1);
    expect(await stage.count("rejected_signals")).toBe(1);
  });
});
