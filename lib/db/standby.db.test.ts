import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { connect, type Database } from "./client.ts";
import { findBinaries } from "./embedded/binaries.ts";
import { startEmbedded } from "./embedded/start.ts";
import { giveToUser, spawnAsUser } from "./embedded/user.ts";
import { databaseForFigures, openStandby, standbyState } from "./standby.ts";

const WAIT = { timeout: 20_000, interval: 20 };

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A physical standby: a copy of the stopped primary's folder, which then follows the primary. */
async function startStandby(folder: string, primary: URL, port: number) {
  await writeFile(join(folder, "standby.signal"), "");
  giveToUser(folder);
  const source = `host=127.0.0.1 port=${primary.port} user=postgres password=${primary.password}`;
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    primary_conninfo: source,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawnAsUser(join(findBinaries(), "postgres"), ["-D", folder, "-p", String(port), ...flags], {
    stdio: "ignore",
    follow: true,
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    kill: async () => {
      child.kill("SIGQUIT");
      await ended;
    },
  };
}

const answering = (primary: Database) => (databaseForFigures(primary) === primary ? "primary" : "standby");

test("a standby answers while it is in step; behind or away, the database itself does", {
  timeout: 90_000,
}, async () => {
  const home = await mkdtemp(join(tmpdir(), "sojourn-standby-"));
  const [one, other] = [join(home, "one"), join(home, "other")];
  const first = await startEmbedded(one, { fsync: "off" });
  const fixed = new URL(first.url);
  await first.stop();
  await cp(join(one, "postgres"), other, { recursive: true, preserveTimestamps: true });
  const server = await startEmbedded(one, { fsync: "off", port: fixed.port });
  const port = await freePort();
  const standby = await startStandby(other, fixed, port);
  const primary = connect(server.url, { max: 2 });
  const address = new URL(server.url);
  address.port = String(port);
  const reader = connect(address.href, { max: 1 });
  const watch = openStandby(primary, address.href, 20);
  try {
    await vi.waitFor(() => expect([answering(primary), standbyState()?.reason]).toEqual(["standby", "in step"]), WAIT);
    await primary.sql`create table counted (n int)`;
    await vi.waitFor(async () => {
      expect(await databaseForFigures(primary).sql`select to_regclass('counted')::text as name`).toEqual([
        { name: "counted" },
      ]);
    }, WAIT);
    await expect(databaseForFigures(primary).sql`insert into counted values (1)`).rejects.toMatchObject({
      code: "25006",
    });

    await reader.sql`select pg_wal_replay_pause()`;
    await primary.sql`insert into counted values (1)`;
    await vi.waitFor(() => expect([answering(primary), standbyState()?.reason]).toEqual(["primary", "behind"]), WAIT);
    expect(standbyState()?.lagMs).toBeGreaterThan(1_000);
    await reader.sql`select pg_wal_replay_resume()`;
    await vi.waitFor(() => expect([answering(primary), standbyState()?.lagMs]).toEqual(["standby", 0]), WAIT);

    await standby.kill();
    await vi.waitFor(() => expect([answering(primary), standbyState()?.reason]).toEqual(["primary", "away"]), WAIT);
  } finally {
    await watch.stop();
    await Promise.all([primary.close(), reader.close(), standby.kill()]);
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
  expect(standbyState()).toBeNull();
});

test("a database that is no standby is not asked for figures", async () => {
  const home = await mkdtemp(join(tmpdir(), "sojourn-standby-"));
  const server = await startEmbedded(home, { fsync: "off" });
  const primary = connect(server.url, { max: 2 });
  const watch = openStandby(primary, server.url, 20);
  await vi.waitFor(
    () => expect(standbyState()).toEqual({ answers: "primary", lagMs: null, reason: "no standby" }),
    WAIT,
  );
  await watch.stop();
  await primary.close();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});
