import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type Database } from "../client.ts";
import { type Embedded, findEmbedded, startEmbedded, superviseEmbedded } from "./index.ts";
import { readPostmaster } from "./postmaster.ts";

let dataDir: string;
let server: Embedded;
let database: Database;
let lost: Error[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sojourn-supervise-"));
  lost = [];
  const onLost = (error: Error) => lost.push(error);
  server = await superviseEmbedded(dataDir, { report: () => {}, onLost, stoppingMs: 100 });
  database = connect(server.url, { max: 4 });
  await database.sql`create table kept (n int)`;
});
afterEach(async () => {
  await database.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 40_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not come about within 40 s.");
    await sleep(20);
  }
}

const postmaster = () => readPostmaster(join(dataDir, "postgres"))?.pid ?? 0;
const kept = async () => (await database.sql<{ n: number }[]>`select n from kept order by n`).map(({ n }) => n);
const answers = () =>
  kept().then(
    () => true,
    () => false,
  );

/** Kills the server and waits until a new one answers. */
async function end(signal: NodeJS.Signals): Promise<void> {
  const before = postmaster();
  expect(before).toBeGreaterThan(0);
  process.kill(before, signal);
  await until(async () => postmaster() !== before && (await answers()));
}

describe("an embedded database that somebody else ends", () => {
  it.each(["SIGKILL", "SIGQUIT", "SIGTERM"] as const)(
    "T6: by %s is started again at its address, with what was committed, and has its owner",
    { timeout: 60_000 },
    async (signal) => {
      await database.sql`insert into kept values (1)`;
      await end(signal);
      await database.sql`insert into kept values (2)`;
      expect(await kept()).toEqual([1, 2]);
      expect(findEmbedded(dataDir)).toBe(server.url);
      await until(async () => (await owners()) === 1);
      await expect(startEmbedded(dataDir)).rejects.toThrow(/already running/);
      expect(lost).toEqual([]);
    },
  );

  it("T6: keeps its owner when a single one of its processes crashes", { timeout: 60_000 }, async () => {
    const before = postmaster();
    const [row] = await database.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    process.kill(row?.pid ?? 0, "SIGKILL");
    await until(answers);
    await until(async () => (await owners().catch(() => 0)) === 1);
    expect(postmaster()).toBe(before);
    await expect(startEmbedded(dataDir)).rejects.toThrow(/already running/);
  });

  it("T6: is given up when it dies again and again, and says so", { timeout: 120_000 }, async () => {
    // A kill before the new server is supervised only fails a start, so not every kill counts.
    for (let death = 1; death <= 12 && lost.length === 0; death++) {
      const before = postmaster();
      if (before > 0) process.kill(before, "SIGKILL");
      await until(async () => lost.length > 0 || (postmaster() !== before && (await owners().catch(() => 0)) === 1));
    }
    expect(lost).toHaveLength(1);
    expect(String(lost[0])).toContain("6 times");
  });

  it("T6: stays ended once it was told to stop", async () => {
    await server.stop();
    expect(postmaster()).toBe(0);
    expect(lost).toEqual([]);
  });
});

const owners = async () =>
  (
    await database.sql`select 1 from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.granted and a.application_name = 'sojourn owner'`
  ).length;
