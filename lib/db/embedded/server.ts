import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS } from "#times";
import { sharedBuffers } from "./memory.ts";
import { dropForeignPidFile, isPostgres, type Postmaster, readPostmaster } from "./postmaster.ts";
import { spawnAsUser } from "./user.ts";

const START_LIMIT_MS = MINUTE_MS;

export type ServerSettings = Readonly<Record<string, string | number>>;

/**
 * Settings for bursts of large batches: a batch of 2,000 people writes 6 MB of WAL, more than the default 4 MB of
 * buffers, so backends had to flush in mid-statement; and at 40 MB a second the default 1 GB between checkpoints is
 * only 25 s.
 */
const FOR_BATCHES: ServerSettings = { wal_buffers: "32MB", min_wal_size: "512MB", max_wal_size: "2GB" };

/** Starts PostgreSQL on a data folder, listening on this machine only; resolves once it accepts connections. */
export async function startServer(
  binaries: string,
  folder: string,
  log: string,
  settings: ServerSettings,
): Promise<Postmaster> {
  dropForeignPidFile(folder);
  const port = await freePort();
  const output = openSync(log, "w", 0o600);
  const own = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: 200 };
  const given = { ...own, ...FOR_BATCHES, shared_buffers: sharedBuffers(), ...settings };
  const args = [
    "-D",
    folder,
    "-p",
    String(port),
    ...Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  // In its own session, so that Ctrl+C in the terminal does not stop the database before the engine.
  const child = spawnAsUser(join(binaries, "postgres"), args, {
    stdio: ["ignore", output, output],
    detached: true,
    follow: true,
  });
  closeSync(output);
  child.unref();
  return await whenReady(child, folder, log);
}

async function whenReady(child: ChildProcess, folder: string, log: string): Promise<Postmaster> {
  let failure: string | undefined;
  child.once("error", (error) => (failure = error.message));
  child.once("exit", (code, signal) => (failure ??= `it ended with ${signal ?? `code ${code}`}`));
  const deadline = Date.now() + START_LIMIT_MS;
  while (failure === undefined && Date.now() < deadline) {
    const server = readPostmaster(folder);
    if (server?.ready) return server;
    await sleep(10);
  }
  const lines = readFileSync(log, "utf8").trim().split("\n").slice(-12).join("\n");
  throw new Error(`The embedded PostgreSQL did not start (${failure ?? "it took longer than a minute"}):\n${lines}`);
}

/** Stops a server cleanly, even if another process started it; gives up after `limitMs`. */
export async function stopServer(pid: number, limitMs: number): Promise<void> {
  const deadline = Date.now() + limitMs;
  if (isPostgres(pid)) process.kill(pid, "SIGINT");
  while (isPostgres(pid)) {
    if (Date.now() > deadline)
      throw new Error(`The embedded PostgreSQL (process ${pid}) did not stop within ${limitMs / 1000} s.`);
    await sleep(20);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port")),
      );
    });
  });
}
