import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "#db";
import { forgetPlace } from "#store/engine-life";
import { createRuntime, drain, type Engine, ingest, startEngine } from "../index.ts";
import { line } from "../testing/draw.ts";
import { RuntimeHarness, until } from "../testing/runtime-harness.ts";
import { type AfterGap, checkDowntime } from "./index.ts";

let stage: RuntimeHarness;
let engine: Engine | undefined;
let pool: Database | undefined;
beforeEach(async () => {
  stage = await RuntimeHarness.open();
});
afterEach(async () => {
  await engine?.stop();
  await pool?.close();
  engine = undefined;
  pool = undefined;
});

const completed = () => stage.count("enrollments", "status = 'completed'");
const reports: string[] = [];
const report = (message: string) => reports.push(message);

function start(afterGap: AfterGap, realSender = true): void {
  engine = startEngine(stage.database, { outbox: false, pollMs: 20, report, downtime: { afterGap, realSender } });
}

/** People on a wait of two hours that ends during three days of downtime. */
async function leave(days = 3): Promise<void> {
  const { sql } = stage.database;
  await stage.publish(
    line("in", [
      { name: "pause", type: "WAIT", config: { duration: "2h" } },
      { name: "end", type: "EXIT" },
    ]),
  );
  const runtime = createRuntime(stage.database, { report });
  const { workspaceId } = stage;
  await ingest(stage.database, [{ workspaceId, userId: "ada", type: "track", event: "in" }]);
  const past = { kind: "virtual" as const, at: new Date(Date.now() - days * 86_400_000) };
  await sql`update inbox set received_at = ${past.at.toISOString()}`;
  await drain(createRuntime(stage.database, { clock: past, report }));
  await checkDowntime(runtime, { afterGap: "ask", realSender: true });
  await sql`update engine_life set last_seen_at = ${new Date(past.at.getTime() + 3_600_000).toISOString()}`;
}

const answer = (choice: string) => stage.database.sql`update engine_life set answer = ${choice}, answered_at = now()`;
const held = () => stage.count("engine_life", "held_at is not null");

test("R44 a restored backup starts held, however short ago an engine worked on it", async () => {
  await leave(0);
  const runtime = createRuntime(stage.database, { report });
  await stage.database.sql`update engine_life set last_seen_at = now()`;
  expect(await checkDowntime(runtime, { afterGap: "ask", realSender: true })).toBe(true);
  await forgetPlace(stage.database.sql);
  expect(await checkDowntime(runtime, { afterGap: "ask", realSender: true })).toBe(false);
  expect(await stage.count("alerts", "code = 'after_gap' and text like 'This database was restored or moved;%'")).toBe(
    1,
  );
});

describe("an engine that comes back after a long time", () => {
  test("R44 starts held and asks; fire processes what fell due", async () => {
    await leave();
    start("ask");
    expect(await until(async () => (await held()) === 1)).toBe(true);
    expect(await stage.count("alerts", "code = 'after_gap' and text like 'No engine has run since%'")).toBe(1);
    expect(await completed()).toBe(0);
    await answer("fire");
    expect(await until(async () => (await completed()) === 1)).toBe(true);
    expect(await held()).toBe(0);
  });

  test("R44 shift moves what fell due by the downtime", async () => {
    await leave();
    start("shift");
    const wake = async () => {
      const [row] = await stage.database.sql<{ in_minutes: number }[]>`
        select extract(epoch from wake_at - clock_timestamp()) / 60 as in_minutes from positions`;
      return Number(row?.in_minutes ?? 0);
    };
    expect(await until(async () => (await wake()) > 0)).toBe(true);
    // Two hours, of which one had passed when the last engine was seen.
    expect(Math.round(await wake())).toBe(60);
    expect(await completed()).toBe(0);
    expect(await held()).toBe(0);
  });

  test("R44 drop lets people continue and skips messages queued by then", async () => {
    await leave();
    start("drop");
    expect(await until(async () => (await completed()) === 1)).toBe(true);
    expect(await stage.count("engine_life", "drop_until is not null and held_at is null")).toBe(1);
  });

  test.each([
    ["was away for less than a day", 0.9, true],
    ["sends to nobody real", 3, false],
  ])("R44 does not ask when it %s", async (_, days, realSender) => {
    await leave(days);
    start("ask", realSender);
    expect(await until(async () => (await completed()) === 1)).toBe(true);
    expect(await held()).toBe(0);
  });

  test("R44 asks when the database is not the one from before, if anybody is in a journey", async () => {
    await leave(0.01);
    await stage.database.sql`update engine_life set system_id = 'another'`;
    start("ask");
    expect(await until(async () => (await held()) === 1)).toBe(true);
    expect(await stage.count("alerts", "text like 'This database was restored or moved%'")).toBe(1);
    await answer("fire");
    expect(await until(async () => (await held()) === 0)).toBe(true);
    expect(await stage.count("engine_life", "system_id <> 'another'")).toBe(1);
  });
});

test("R44 a clock that jumps suspends claims and raises an alert", async () => {
  const { sql } = stage.database;
  await sql.unsafe(`
    create table jump (by interval); insert into jump values ('0');
    create schema odd;
    create function odd.clock_timestamp() returns timestamptz language sql volatile
      as 'select pg_catalog.clock_timestamp() + (select by from public.jump)'`);
  await stage.publish(
    line("in", [
      { name: "pause", type: "WAIT", config: { duration: "2h" } },
      { name: "end", type: "EXIT" },
    ]),
  );
  const url = new URL(stage.url);
  pool = connect(url.href, { max: 8, settings: { search_path: "odd,pg_catalog,public" } });
  const { workspaceId } = stage;
  engine = startEngine(pool, { outbox: false, pollMs: 20, report, downtime: { afterGap: "fire", realSender: false } });
  await ingest(pool, [{ workspaceId, userId: "ada", type: "track", event: "in" }]);
  expect(await until(async () => (await stage.count("positions")) === 1)).toBe(true);
  await sql`update jump set by = '5 hours'`;
  expect(await until(async () => (await stage.count("alerts", "code = 'clock_jumped'")) === 1)).toBe(true);
  expect(await completed()).toBe(0);
  expect(await stage.count("positions")).toBe(1);
});
