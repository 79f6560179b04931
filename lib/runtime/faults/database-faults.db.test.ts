import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { connect, type Database, migrate } from "#db";
import { startEmbedded } from "#db/embedded";
import { testWorkspace } from "#store/testing";
import { type Engine, ingest, startEngine } from "../index.ts";
import { accounts } from "../testing/accounts.ts";
import { line } from "../testing/draw.ts";
import { publish } from "../testing/publish.ts";
import { RuntimeHarness, until } from "../testing/runtime-harness.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

const LIFE = { afterGap: "fire", realSender: false } as const;
const journey = line("in", [
  { name: "pause", type: "WAIT", config: { duration: "1s" } },
  { name: "end", type: "EXIT" },
]);
const track = (workspaceId: string, from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    workspaceId,
    userId: `u${from + n}`,
    messageId: `m${from + n}`,
    type: "track" as const,
    event: "in",
  }));

function start(database: Database, url: string, reports: string[] = []): Engine {
  const report = (message: string) => reports.push(message);
  const engine = startEngine(database, {
    url,
    outbox: false,
    pollMs: 20,
    report,
    downtime: LIFE,
    limits: { signals: 200 },
  });
  cleanups.push(engine.stop);
  return engine;
}

const SOUND = { brokenPaths: 0, repeatedVisits: 0 };

describe("a database that fails for a moment", () => {
  test("a connection cut in the middle of a transaction loses and doubles nothing", async () => {
    const stage = await RuntimeHarness.open();
    await stage.publish(journey);
    // A sequence keeps its value even if the transaction is rolled back.
    await stage.database.sql.unsafe(`
      create sequence cuts;
      create function cut() returns trigger language plpgsql as $$
      begin
        if nextval('cuts') in (30, 400, 900) then perform pg_terminate_backend(pg_backend_pid()); end if;
        return new;
      end $$;
      create trigger cut before insert on history for each row execute function cut()`);
    start(stage.database, stage.url);
    await ingest(stage.database, track(stage.workspaceId, 0, 1_000));
    expect(await until(async () => (await stage.count("enrollments", "status = 'completed'")) === 1_000, 40_000)).toBe(
      true,
    );
    expect(await stage.count("cuts", "last_value > 900")).toBe(1);
    expect(await accounts(stage.database)).toMatchObject({ enrollments: 1_000, ...SOUND });
  }, 60_000);

  test("a full disk stops the work with a message, and it continues by itself when there is room", async () => {
    const stage = await RuntimeHarness.open();
    await stage.publish(journey);
    await stage.database.sql.unsafe(`
      create table disk (is_full boolean); insert into disk values (true);
      create function write() returns trigger language plpgsql as $$
      begin
        if (select is_full from disk) then raise disk_full using message = 'could not extend file: No space left on device'; end if;
        return new;
      end $$;
      create trigger write before insert on history for each row execute function write()`);
    const reports: string[] = [];
    start(stage.database, stage.url, reports);
    await ingest(stage.database, track(stage.workspaceId, 0, 300));
    expect(await until(async () => reports.some((report) => report.startsWith("worker")))).toBe(true);
    expect(await stage.count("enrollments")).toBe(0);
    expect(await stage.count("inbox")).toBe(300);
    await stage.database.sql`update disk set is_full = false`;
    expect(await until(async () => (await stage.count("enrollments", "status = 'completed'")) === 300, 30_000)).toBe(
      true,
    );
    expect(await stage.count("enrollments", "status = 'failed'")).toBe(0);
    expect(await accounts(stage.database)).toMatchObject({ enrollments: 300, ...SOUND });
  }, 60_000);

  test("PostgreSQL restarted under load: what was accepted is processed once, and the engine comes back by itself", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sojourn-faults-"));
    cleanups.push(() => rm(folder, { recursive: true, force: true }));
    let server = await startEmbedded(folder, { fsync: "off" });
    cleanups.push(() => server.stop());
    const { url } = server;
    const { port } = new URL(url);
    const database = connect(url);
    cleanups.push(database.close);
    await migrate(database);
    const place = await testWorkspace(database);
    await publish(database, place, journey);
    start(database, url);
    let accepted = 0;
    // Acts like a client: what was not answered is sent again with the same message ids.
    const send = async () => {
      while (accepted < 2_000) {
        const items = track(place.workspaceId, accepted, 100);
        const answered = await ingest(database, items).then(
          () => true,
          () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 50)),
        );
        if (answered) accepted += 100;
      }
    };
    const sending = send();
    for (const enough of [400, 1_200]) {
      await until(async () => accepted >= enough, 20_000);
      await server.stop();
      server = await startEmbedded(folder, { fsync: "off", port });
    }
    await sending;
    const completed = async () => {
      const [row] = await database.sql`select count(*)::int as n from enrollments where status = 'completed'`;
      return row?.n ?? 0;
    };
    expect(await until(async () => (await completed().catch(() => 0)) === 2_000, 40_000)).toBe(true);
    expect(await accounts(database)).toMatchObject({ enrollments: 2_000, ...SOUND });
  }, 120_000);
});
