import { beforeEach, describe, expect, test } from "vitest";
import { connect, newId, shardOf } from "#db";
import { claimShards, findShardsWithWork, type LowerBounds } from "#store/shards";
import { lowerBounds, NO_BOUNDS, openBounds, sawEverything } from "../batch/bounds.ts";
import { createRuntime, ingest, startEngine, tick, workerConnection } from "../index.ts";
import { lookBehind } from "../look-behind.ts";
import { line } from "../testing/draw.ts";
import { MINUTE, RuntimeHarness, until } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const end = { name: "end", type: "EXIT" };

/** A signal that is committed ten minutes after its time. */
async function insertLate(personId: string): Promise<void> {
  const shard = shardOf(personId);
  await stage.database.sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    values (${shard}, clock_timestamp() - interval '10 minutes', ${newId(shard)}, ${stage.workspaceId}, ${personId}, 'patch',
      '{"patch": {"addTags": ["late"]}, "source": "test"}')`;
}

describe("looking for work", () => {
  test("R8 starts 60 s before the signals that were seen and 5 s before the due times that were seen, and a separate look finds what lies before that", async () => {
    const bounds = openBounds();
    sawEverything(bounds, 5, 1_000_000);
    const { inbox, due } = lowerBounds(bounds);
    expect([inbox[5], due[5]]).toEqual([new Date(940_000).toISOString(), new Date(995_000).toISOString()]);
    expect([inbox[6], due[6]]).toEqual(["-infinity", "-infinity"]);

    await stage.publish(line("in", [end]));
    const { database, workspaceId } = stage;
    const runtime = createRuntime(database, { report: () => {} });
    const [ada] = await ingest(database, [{ workspaceId, userId: "ada", type: "track", event: "in" }]);
    const personId = ada?.personId ?? "";
    const shard = shardOf(personId);
    while (!(await tick(runtime)).idle);
    expect(Number.isFinite(runtime.bounds.seen[shard])).toBe(true);
    await insertLate(personId);
    expect((await tick(runtime)).idle).toBe(true);
    runtime.bounds.fullScanAt = Number.NEGATIVE_INFINITY;
    await lookBehind(runtime);
    while (!(await tick(runtime)).idle);
    expect(await stage.count("people", "'late' = any(tags)")).toBe(1);
    expect(Number.isFinite(runtime.bounds.seen[shard])).toBe(true);
  });

  test("R8 an engine searches before its bounds by itself", async () => {
    await stage.publish(line("in", [end]));
    const { database, workspaceId } = stage;
    const engine = startEngine(database, { url: stage.url, outbox: false, report: () => {} });
    try {
      const [ada] = await ingest(database, [{ workspaceId, userId: "ada", type: "track", event: "in" }]);
      expect(await until(async () => (await stage.count("enrollments", "status = 'completed'")) === 1)).toBe(true);
      await insertLate(ada?.personId ?? "");
      expect(await until(async () => (await stage.count("people", "'late' = any(tags)")) === 1)).toBe(true);
    } finally {
      await engine.stop();
    }
  });

  test("R8 an idle look reads nobody who waits for a later day, however many they are", async () => {
    await stage.publish(line("in", [{ name: "pause", type: "WAIT", config: { duration: "30d" } }, end]));
    const people = Array.from({ length: 300 }, (_, index) => `p${index}`);
    const { database, workspaceId } = stage;
    await ingest(
      database,
      people.map((userId) => ({ workspaceId, userId, type: "track" as const, event: "in" })),
    );
    const runtime = createRuntime(database, { report: () => {} });
    while (!(await tick(runtime)).idle);
    expect(await stage.count("positions")).toBe(300);
    await database.sql`analyze positions`;
    const readIn = (bounds: LowerBounds) =>
      database.sql.begin(async (sql) => {
        await sql`set local enable_seqscan = off`;
        expect(await findShardsWithWork(sql, bounds, null, { unreadable: [], closed: [] })).toEqual([]);
        const [row] = await sql<{ read: number }[]>`
          select coalesce(sum(pg_stat_get_xact_tuples_returned(indexrelid)), 0)::int as read
          from pg_index where indrelid = 'positions'::regclass`;
        return row?.read;
      });
    expect(await readIn(NO_BOUNDS)).toBe(0);
  });

  test("R8 an enrollment is never due before the batch that armed it", async () => {
    await stage.publish(line("in", [{ name: "pause", type: "WAIT", config: { duration: "1s" } }, end]));
    await stage.track("ada", "in");
    const { clock } = stage.runtime;
    if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + 45 * MINUTE);
    await tick(stage.runtime);
    const now = clock.kind === "virtual" ? clock.at.toISOString() : "";
    expect(await stage.count("positions", `wake_at < '${now}'`)).toBe(0);
  });
});

describe("the bounds of a batch", () => {
  test("R10 signals and timers each have a quota: a thousand due timers do not delay an event", async () => {
    await stage.publish(line("in", [{ name: "pause", type: "WAIT", config: { duration: "1h" } }, end]));
    await stage.publish(line("go", [end]));
    const people = Array.from({ length: 1_000 }, (_, n) => ({ userId: `u${n}`, type: "track" as const, event: "in" }));
    await stage.give(...people);
    await stage.settle();
    const { clock } = stage.runtime;
    if (clock.kind === "virtual") clock.at = new Date(clock.at.getTime() + 61 * MINUTE);
    await stage.track("new", "go");
    const limits = { shards: 64, signals: 64, timers: 64 };
    const runtime = createRuntime(stage.database, { clock, limits, report: () => {} });
    const report = await tick(runtime);
    expect(report.signals).toBe(1);
    expect(report.timers).toBeGreaterThan(0);
    expect(report.timers).toBeLessThanOrEqual(64);
    expect(await stage.count("enrollments", "status = 'completed'")).toBe(1 + report.timers);
  });

  test("R10 a batch takes no more signals than its quota, however many wait in a shard", async () => {
    await stage.publish(line("in", [end], { reEntry: "every" }));
    const items = Array.from({ length: 200 }, () => ({ userId: "ada", type: "track" as const, event: "in" }));
    await stage.give(...items);
    const { clock } = stage.runtime;
    const runtime = createRuntime(stage.database, { clock, limits: { signals: 30 }, report: () => {} });
    const taken: number[] = [];
    for (let report = await tick(runtime); !report.idle; report = await tick(runtime)) taken.push(report.signals);
    expect(Math.max(...taken)).toBeLessThanOrEqual(30);
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(200);
  });
});

describe("claims", () => {
  test("R12 take the shards from the given start, and skip those that somebody else holds", async () => {
    const { sql } = stage.database;
    const all = Array.from({ length: 64 }, (_, shard) => shard);
    await sql.begin(async (first) => {
      expect(new Set(await claimShards(first, all, 62, 4))).toEqual(new Set([62, 63, 0, 1]));
      await sql.begin(async (second) => {
        expect(new Set(await claimShards(second, all, 62, 4))).toEqual(new Set([2, 3, 4, 5]));
      });
    });
  });

  test("R12 a worker that hangs in a transaction gives its shards back by itself", async () => {
    const settings = { ...workerConnection.settings, idle_in_transaction_session_timeout: 300 };
    expect(workerConnection.settings).toMatchObject({
      idle_in_transaction_session_timeout: 10_000,
      tcp_keepalives_idle: 10,
    });
    const hanging = connect(stage.url, { max: 1, settings });
    const claimed = await new Promise<number[]>((resolve) => {
      const held = hanging.sql.begin(async (sql) => {
        resolve(await claimShards(sql, [7], 0, 1));
        await new Promise(() => {});
      });
      held.catch(() => {});
    });
    expect(claimed).toEqual([7]);
    const free = () => stage.database.sql.begin(async (sql) => (await claimShards(sql, [7], 0, 1)).length === 1);
    expect(await until(free)).toBe(true);
    await hanging.close();
  });
});
