import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDatabaseAway } from "../away.ts";
import { findBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { ensureDatabase, takeOwnership } from "./ownership.ts";
import { type Postmaster, readPostmaster } from "./postmaster.ts";
import { type ServerSettings, startServer, stopServer } from "./server.ts";

const LEFTOVER_LIMIT_MS = 30_000;
const DATABASE = "sojourn";

export type Embedded = { readonly url: string; readonly stop: () => Promise<void> };

/** An embedded server and its ownership. */
export type OwnedServer = Embedded & {
  /** Resolves when the server has ended or the owning connection is lost. */
  readonly lost: Promise<void>;
  /** Releases the ownership without stopping the server. */
  readonly abandon: () => Promise<void>;
};

/** Runs PostgreSQL 18 on a folder and owns it until `stop`. Throws `AlreadyRunningError` if another Sojourn does. */
export async function startEmbedded(dataDir: string, settings: ServerSettings = {}): Promise<OwnedServer> {
  const binaries = findBinaries();
  const { folder, password } = await ensureCluster(binaries, dataDir);
  const deadline = Date.now() + LEFTOVER_LIMIT_MS;
  for (;;) {
    const left = readPostmaster(folder);
    try {
      const server = left ?? (await startServer(binaries, folder, join(dataDir, "postgres.log"), settings));
      return await own(server, dataDir, password);
    } catch (error) {
      // A server left by a killed process is being stopped by the kernel, and refuses or drops connections until it has
      // ended. A server runs now that did not run a moment ago: another process was first.
      const overtaken = left === null && readPostmaster(folder) !== null;
      if (!(overtaken || isDatabaseAway(error)) || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** The address of the running server of a folder, or `null`. */
export function findEmbedded(dataDir: string): string | null {
  const folder = join(dataDir, "postgres");
  const server = readPostmaster(folder);
  const passwordFile = join(folder, "sojourn.password");
  if (!server?.ready || !existsSync(passwordFile)) return null;
  return urlOf(server, readFileSync(passwordFile, "utf8").trim(), DATABASE);
}

async function own(server: Postmaster, dataDir: string, password: string): Promise<OwnedServer> {
  const owner = await takeOwnership(urlOf(server, password, "postgres"), dataDir);
  const url = urlOf(server, password, DATABASE);
  try {
    await ensureDatabase(urlOf(server, password, "postgres"), DATABASE);
  } catch (error) {
    await owner.release();
    throw error;
  }
  const stop = async () => {
    await owner.release();
    await stopServer(server.pid, LEFTOVER_LIMIT_MS);
  };
  return { url, stop, lost: owner.lost, abandon: owner.release };
}

const urlOf = (server: Postmaster, password: string, database: string) =>
  `postgres://postgres:${password}@127.0.0.1:${server.port}/${database}`;
