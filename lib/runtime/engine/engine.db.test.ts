import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId, onWork } from "#db";
import { createRuntime, type Engine, ingest, startEngine } from "../index.ts";
import { accounts } from "../testing/accounts.ts";
import { line } from "../testing/draw.ts";
import { queueOperation } from "../testing/publish.ts";
import { RuntimeHarness, until } from "../testing/runtime-harness.ts";
import { makePartitions } from "./make-partitions.ts";
import { rollUpCounts } from "./roll-up-counts.ts";

const PROGRAM = fileURLToPath(new URL("../testing/engine-process.ts", import.meta.url));

let stage: RuntimeHarness;
let engine: Engine | undefined;
const reports: string[] = [];
const report = (message: string) => reports.push(message);
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  reports.length = 0;
});
afterEach(async () => {
  await engine?.stop();
  engine = undefined;
});

const pause = { name: "pause", type: "WAIT", config: { duration: "1s" } };
const track = (userId: string) =>
  ingest(stage.database, [{ workspaceId: stage.workspaceId, userId, type: "track", event: "in" }]);
const completed = () => stage.count("enrollments", "status = 'completed'");

describe("the engine", () => {
  test("enrolls people immediately and ends their waits on time, on connections of its own", async () => {
    await stage.publish(line("in", [pause, { name: "end", type: "EXIT" }]));
    engine = startEngine(stage.database, { url: stage.url, outbox: false, report });
    const started = Date.now();
    await track("ada");
    expect(await until(async () => (await stage.count("positions")) === 1)).toBe(true);
    expect(await until(async () => (await completed()) === 1)).toBe(true);
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
    const settings = await stage.database.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where datname = current_database()`;
    expect(settings[0]?.count).toBeGreaterThan(1);
    expect(reports).toEqual([]);
  });

  test("continues by itself after every one of its connections was cut", async () => {
    await stage.publish(line("in", [{ name: "end", type: "EXIT" }]));
    const child = spawn(process.execPath, [PROGRAM, stage.url], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    if (child.stdout) await once(child.stdout, "data");
    try {
      for (let cut = 1; cut <= 3; cut++) {
        await track(`person ${cut}`);
        expect(await until(async () => (await completed()) === cut)).toBe(true);
        await stage.database.sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'sojourn-test-engine'`;
      }
      await track("after");
      expect(await until(async () => (await completed()) === 4)).toBe(true);
      expect(child.exitCode).toBeNull();
    } finally {
      child.kill("SIGKILL");
    }
  });

  test("stops when what is running is committed, and another one takes over", async () => {
    await stage.publish(line("in", [pause, { name: "end", type: "EXIT" }]));
    const { workspaceId, database } = stage;
    const items = Array.from({ length: 1_000 }, (_, index) => ({
      workspaceId,
      userId: `u${index}`,
      type: "track" as const,
      event: "in",
    }));
    const first = startEngine(database, { outbox: false, report, limits: { signals: 100 } });
    await ingest(database, items);
    expect(await until(async () => (await stage.count("positions")) > 0)).toBe(true);
    await first.stop();
    engine = startEngine(database, { outbox: false, report });
    expect(await until(async () => (await completed()) === 1_000)).toBe(true);
    expect(await accounts(database)).toMatchObject({ enrollments: 1_000, brokenPaths: 0, repeatedVisits: 0 });
  });

  test("R13 signals that another process announced are found by polling", async () => {
    await stage.publish(line("in", [{ name: "end", type: "EXIT" }]));
    engine = startEngine(stage.database, { outbox: false, report, pollMs: 30 });
    const { sql } = stage.database;
    await sql`insert into people (shard, id, workspace_id) select 0, ${newId(0)}, ${stage.workspaceId}`;
    let rung = 0;
    const off = onWork(() => rung++);
    await sql`
      insert into inbox (shard, id, workspace_id, person_id, kind, payload)
      select 0, ${newId(0)}, ${stage.workspaceId}, id, 'patch', '{"patch": {"addTags": ["found"]}, "source": "test"}' from people`;
    expect(rung).toBe(0);
    expect(await until(() => stage.count("people", "'found' = any(tags)").then((count) => count === 1))).toBe(true);
    off();
  });

  test("an operation of an unknown kind is marked as failed, and the others continue", async () => {
    const { journeyId } = await stage.publish(line("in", [pause]));
    const { workspaceId } = stage;
    engine = startEngine(stage.database, { outbox: false, report });
    await queueOperation(stage.database, { workspaceId, kind: "fly" });
    await queueOperation(stage.database, { workspaceId, journeyId, kind: "resume" });
    expect(await until(async () => (await stage.count("operations", "status in ('done', 'failed')")) === 2)).toBe(true);
    expect(await stage.count("operations", "status = 'failed' and kind = 'fly' and error like '%fly%'")).toBe(1);
  });
});

describe("housekeeping", () => {
  test("R9 the counters are rolled up to one row each, and their sums stay", async () => {
    await stage.publish(line("in", [pause, { name: "end", type: "EXIT" }]));
    for (const person of ["a", "b", "c", "d"]) {
      await stage.track(person, "in");
      await stage.settle();
    }
    await stage.pass(2_000);
    const before = await accounts(stage.database);
    await rollUpCounts(stage.runtime);
    expect(
      await stage.count("(select from node_counts group by shard, version_id, element_id having count(*) > 1) c"),
    ).toBe(0);
    expect(await accounts(stage.database)).toEqual(before);
    expect(before).toMatchObject({ counted: { enrolled: 4, completed: 4 } });
  });

  test("R41 near-misses are rolled up by journey, reason and hour, with at most 100 samples", async () => {
    await stage.publish(line("in", [{ name: "long", type: "WAIT", config: { duration: "30d" } }]));
    const people = Array.from({ length: 150 }, (_, index) => `p${index}`);
    for (let again = 0; again < 3; again++) {
      await stage.give(...people.map((userId) => ({ userId, type: "track" as const, event: "in" })));
      await stage.settle();
    }
    const sums = () => stage.database.sql<{ misses: number; samples: number; rows: number }[]>`
      select sum(count)::int as misses, sum(jsonb_array_length(samples))::int as samples, count(*)::int as rows from near_misses`;
    const [before] = await sums();
    expect(before?.samples).toBeGreaterThan(100);
    await rollUpCounts(stage.runtime);
    const [after] = await sums();
    expect(after?.misses).toBe(before?.misses);
    expect(after?.misses).toBe(300);
    expect(after?.samples).toBeLessThanOrEqual(100);
    expect(after?.rows).toBe(after?.samples);
    await rollUpCounts(stage.runtime);
    expect((await sums())[0]).toEqual(after);
  });

  test("R11 the partitions of the coming week are there, rows go into them, and old message ids are dropped", async () => {
    const runtime = createRuntime(stage.database);
    await stage.database
      .sql`create table message_ids_20200101 partition of message_ids for values from ('2020-01-01') to ('2020-01-02')`;
    await makePartitions(runtime);
    await makePartitions(runtime);
    const rows = await stage.database.sql<{ name: string }[]>`
      select child.relname as name from pg_inherits join pg_class child on child.oid = inhrelid
      where inhparent in ('events'::regclass, 'history'::regclass, 'message_ids'::regclass)`;
    const names = rows.map((row) => row.name);
    expect(names.filter((name) => /^events_\d{8}$/.test(name))).toHaveLength(2);
    expect(names.filter((name) => /^history_\d{8}$/.test(name))).toHaveLength(2);
    expect(names.filter((name) => /^message_ids_\d{8}$/.test(name))).toHaveLength(8);
    expect(names).not.toContain("message_ids_20200101");
    const { workspaceId } = stage;
    await ingest(stage.database, [{ workspaceId, userId: "ada", type: "track", event: "in", messageId: "m" }]);
    expect(await stage.count("events_default")).toBe(0);
    expect(await stage.count("message_ids_default")).toBe(0);
  });
});
