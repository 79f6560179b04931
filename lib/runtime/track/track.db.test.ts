import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "#db";
import { type Engine, startEngine } from "../index.ts";
import { line } from "../testing/draw.ts";
import { RuntimeHarness, until } from "../testing/runtime-harness.ts";
import { takeInTracked } from "./index.ts";

const PROGRAM = fileURLToPath(new URL("../testing/engine-process.ts", import.meta.url));

let stage: RuntimeHarness;
let slug: string;
const engines: Engine[] = [];
const pools: Database[] = [];
beforeEach(async () => {
  stage = await RuntimeHarness.open();
  slug = `test-${stage.workspaceId}`;
  await stage.publish(line("in", [{ name: "end", type: "EXIT" }], { reEntry: "every" }));
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
  for (const pool of pools.splice(0)) await pool.close();
});

const completed = () => stage.count("enrollments", "status = 'completed'");
const waiting = () => stage.count("sojourn.tracked");

function engine(): void {
  engines.push(startEngine(stage.database, { url: stage.url, outbox: false, report: () => {} }));
}

/** A pool signed in as a separate role, like an application of the owner. */
async function signIn(role: string): Promise<Database> {
  const { sql } = stage.database;
  await sql.unsafe(`drop role if exists ${role}; create role ${role} login password 'pw'`);
  const url = new URL(stage.url);
  url.username = role;
  url.password = "pw";
  const pool = connect(url.href, { max: 1 });
  pools.push(pool);
  return pool;
}

describe("sojourn.track", () => {
  test("R38 an event tracked in a transaction enters a journey after its commit", async () => {
    engine();
    await stage.database.sql.begin(async (sql) => {
      await sql`select sojourn.track(${slug}, 'ada', 'in', '{"total": 5}')`;
      await sql`select sojourn.track(${stage.workspaceId}, 'bob', 'in')`;
    });
    expect(await until(async () => (await completed()) === 2)).toBe(true);
    expect(await waiting()).toBe(0);
    const [event] = await stage.database
      .sql`select name, properties from events where properties ->> 'total' is not null`;
    expect(event).toEqual({ name: "app.in", properties: { total: 5 } });
  });

  test("R38 an event whose transaction is rolled back never was", async () => {
    engine();
    await stage.database.sql
      .begin(async (sql) => {
        await sql`select sojourn.track(${slug}, 'ada', 'in')`;
        throw new Error("the order is refused");
      })
      .catch(() => {});
    await stage.database.sql`select sojourn.track(${slug}, 'bob', 'in')`;
    expect(await until(async () => (await completed()) === 1)).toBe(true);
    expect(await stage.count("people", "external_id = 'ada'")).toBe(0);
  });

  test("R38 several engines and a repeated message id make each event count once, a person's in order", async () => {
    for (let engines = 0; engines < 3; engines++) engine();
    const { sql } = stage.database;
    for (let n = 0; n < 300; n++)
      await sql`select sojourn.track(${slug}, ${`p${n % 30}`}, 'in', ${JSON.stringify({ n })}::text::jsonb, ${`m${n}`})`;
    await sql`select sojourn.track(${slug}, 'p0', 'in', '{}', 'm0')`;
    expect(await until(async () => (await waiting()) === 0 && (await completed()) >= 300)).toBe(true);
    expect(await completed()).toBe(300);
    const rows = await sql<{ person: string; ordered: boolean }[]>`
      select person_id as person, array_agg(n order by received_at) = array_agg(n order by n) as ordered
      from (select person_id, received_at, (properties ->> 'n')::int as n from events where name = 'app.in') e group by 1`;
    expect(rows).toHaveLength(30);
    expect(rows.filter((row) => !row.ordered)).toEqual([]);
  });

  test("R38 an engine killed while it stores events neither loses nor duplicates one", async () => {
    const { sql } = stage.database;
    const give = (from: number) =>
      sql`select sojourn.track(${slug}, 'p' || n % 40, 'in') from generate_series(${from}::int, ${from + 999}::int) as n`;
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, [PROGRAM, stage.url], { stdio: ["ignore", "pipe", "ignore"] });
      if (child.stdout) await once(child.stdout, "data");
      await give(round * 1_000);
      await until(async () => (await waiting()) < 1_000);
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    engine();
    expect(await until(async () => (await waiting()) === 0 && (await completed()) >= 3_000, 30_000)).toBe(true);
    expect(await stage.count("events", "name = 'app.in'")).toBe(3_000);
    expect(await completed()).toBe(3_000);
  }, 60_000);
});

describe("who may track what", () => {
  test("R38 a role may write to the workspaces it is allowed for, and to nothing else", async () => {
    const role = `shop_${stage.workspaceId.slice(-8)}`;
    const shop = await signIn(role);
    await expect(shop.sql`select sojourn.track(${slug}, 'ada', 'in')`).rejects.toMatchObject({ code: "42501" });
    await stage.database.sql`select sojourn.allow_tracking(${role}, ${slug})`;
    await shop.sql`select sojourn.track(${slug}, 'ada', 'in')`;
    expect(await waiting()).toBe(1);
    await expect(shop.sql`select sojourn.track('another', 'ada', 'in')`).rejects.toMatchObject({
      code: "42501",
      message: expect.stringMatching(/workspace 'another' does not exist, or the role shop_\w+ may not write to it/),
    });
    for (const statement of [
      "select * from sojourn.tracked",
      "select * from people",
      "select sojourn.allow_tracking('x', 'y')",
    ])
      await expect(shop.sql.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    await stage.database.sql`select sojourn.forbid_tracking(${role}, ${slug})`;
    await expect(shop.sql`select sojourn.track(${slug}, 'ada', 'in')`).rejects.toMatchObject({ code: "42501" });
    await shop.close();
    await stage.database.sql.unsafe(`drop owned by ${role}; drop role ${role}`);
  });

  test.each([
    ["person", `'', 'in'`],
    ["person", `null, 'in'`],
    ["person", `repeat('x', 256), 'in'`],
    ["event", `'ada', ' '`],
    ["properties", `'ada', 'in', '[1]'`],
    ["properties", `'ada', 'in', jsonb_build_object('a', repeat('x', 1100000))`],
    ["message_id", `'ada', 'in', '{}', ''`],
  ])("bad input names the argument: %s", async (argument, rest) => {
    await expect(stage.database.sql.unsafe(`select sojourn.track('${slug}', ${rest})`)).rejects.toMatchObject({
      code: "22023",
      message: expect.stringContaining(`sojourn.track: ${argument} must`),
    });
    expect(await waiting()).toBe(0);
  });

  test("a row that cannot be stored is set aside with the reason, and the others go in", async () => {
    const { sql } = stage.database;
    await sql.unsafe(`
      create function refuse() returns trigger language plpgsql as $$
      begin if new.name = 'app.bad' then raise exception 'no room for this'; end if; return new; end $$;
      create trigger refuse before insert on events for each row execute function refuse()`);
    for (const event of ["in", "bad", "in"]) await sql`select sojourn.track(${slug}, 'ada', ${event})`;
    while (await takeInTracked(stage.runtime));
    await stage.settle();
    expect(await completed()).toBe(2);
    expect(await stage.count("sojourn.tracked", "event = 'bad' and fault = 'no room for this'")).toBe(1);
    expect(stage.reports.join()).toContain("sojourn.track");
  });
});
