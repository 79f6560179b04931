import { beforeEach, describe, expect, test } from "vitest";
import { createRuntime, drain, ingest, tick } from "../index.ts";
import { accounts } from "../testing/accounts.ts";
import { line } from "../testing/draw.ts";
import { RuntimeHarness } from "../testing/runtime-harness.ts";

let stage: RuntimeHarness;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});

const end = { name: "end", type: "EXIT" };
const completed = () => stage.count("enrollments", "status = 'completed'");

describe("strange input", () => {
  test("R30 an event of 1970 is logged and starts nothing, one of the year 9999 counts like any other", async () => {
    await stage.publish(line("in", [{ name: "pause", type: "WAIT", config: { duration: "1h" } }, end]));
    await stage.track("old", "in", { timestamp: new Date(0) });
    await stage.track("far", "in", { timestamp: new Date("9999-12-31T23:59:59Z") });
    await stage.track("now", "in");
    await stage.settle();
    await stage.pass(3_700_000);
    expect(await stage.count("events", "name = 'app.in'")).toBe(3);
    expect(await completed()).toBe(2);
    expect(await stage.count("near_misses", "reason = 'too_old'")).toBe(1);
    expect(await stage.count("enrollments", "enrolled_at > '2027-01-01'")).toBe(0);
  });

  test("a wait until the year 9999 is armed and holds up nobody", async () => {
    await stage.publish(
      line("in", [{ name: "pause", type: "WAIT", config: { until: { at: "9999-12-31T00:00:00Z" } } }, end]),
    );
    await stage.publish(line("in", [end]));
    await stage.track("ada", "in");
    await stage.settle();
    await stage.pass(366 * 86_400_000);
    expect(await completed()).toBe(1);
    expect(await stage.count("positions")).toBe(1);
  });

  test("R10 megabytes of properties go through in batches bounded by bytes", async () => {
    await stage.publish(line("in", [end], { reEntry: "every" }));
    const { database, workspaceId } = stage;
    const big = (seed: number) =>
      Array.from({ length: 1_000_000 }, (_, at) => String.fromCharCode(97 + (((at * seed) % 26) ^ (at % 7)))).join("");
    for (let n = 1; n <= 5; n++)
      await ingest(database, [
        { workspaceId, userId: "ada", type: "track", event: "in", properties: { big: big(n * 2 + 1) } },
      ]);
    await ingest(database, [{ workspaceId, userId: "bob", type: "track", event: "in" }]);
    const runtime = createRuntime(database, { limits: { bytes: 30_000 }, report: () => {} });
    const [row] = await database.sql<{ size: number }[]>`select max(pg_column_size(payload))::int as size from inbox`;
    expect(row?.size).toBeGreaterThan(5_000);
    const signals: number[] = [];
    for (let report = await tick(runtime); !report.idle || signals.length === 0; report = await tick(runtime))
      signals.push(report.signals);
    expect(signals.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(await completed()).toBe(6);
  });

  test("10,000 events of one person in a second: each counts once, in order, and others are not kept waiting", async () => {
    await stage.publish(line("in", [end], { reEntry: "every" }));
    const { database, workspaceId } = stage;
    const item = (userId: string) => ({ workspaceId, userId, type: "track" as const, event: "in" });
    for (let chunk = 0; chunk < 20; chunk++)
      await ingest(
        database,
        Array.from({ length: 500 }, () => item("busy")),
      );
    await ingest(
      database,
      Array.from({ length: 50 }, (_, n) => item(`other${n}`)),
    );
    const runtime = createRuntime(database, { limits: { signals: 1_000 }, report: () => {} });
    const elsewhere = "external_id like 'other%' and shard <> (select shard from people where external_id = 'busy')";
    const all = await stage.count("people", elsewhere);
    const through = () => stage.count("enrollments", `person_id in (select id from people where ${elsewhere})`);
    while ((await through()) < all) await tick(runtime);
    // People outside the busy person's shard finish long before the ten thousand events are processed.
    expect(await stage.count("inbox")).toBeGreaterThan(1_000);
    await drain(runtime);
    expect(await completed()).toBe(10_050);
    expect(await accounts(database)).toMatchObject({ enrollments: 10_050, brokenPaths: 0, repeatedVisits: 0 });
  }, 60_000);

  test("a journey of 500 steps is walked to its end, in one signal where nothing waits", async () => {
    const steps = Array.from({ length: 498 }, (_, n) => ({
      name: `step${n}`,
      type: "ACTION",
      config: { operations: [{ type: "tag_user", tagName: `t${n % 5}` }] },
    }));
    await stage.publish(line("in", [...steps, end]));
    await stage.track("ada", "in");
    await stage.settle();
    expect(stage.reports).toEqual([]);
    expect(await completed()).toBe(1);
    const [row] = await stage.database.sql<{ hops: number }[]>`
      select sum(json_array_length(hops))::int as hops from history`;
    expect(row?.hops).toBeGreaterThanOrEqual(499);
    expect(stage.reports).toEqual([]);
  });
});
