import type { Config } from "#config";
import { closeDatabase, type Database, migrate, openDatabase } from "#db";
import { findEmbedded, superviseEmbedded } from "#db/embedded";
import { log } from "#log";
import type { Fail } from "./run.ts";

export type Opened = {
  readonly database: Database;
  readonly url: string;
  readonly kind: "embedded" | "external";
  readonly close: () => Promise<void>;
};

/**
 * The database of a server: the given one, else the embedded one, which this process then owns and restarts after an
 * unexpected end. It is migrated.
 */
export async function openServerDatabase({ databaseUrl, dataDir }: Config, fail: Fail): Promise<Opened> {
  const report = (message: string) => log.warn(`database: ${message}`);
  const embedded = databaseUrl ? null : await superviseEmbedded(dataDir, { report, onLost: fail });
  const close = async () => {
    await closeDatabase();
    await embedded?.stop();
  };
  const url = embedded?.url ?? databaseUrl ?? "";
  try {
    return { database: await openMigrated(url), url, kind: embedded ? "embedded" : "external", close };
  } catch (error) {
    await close();
    throw error;
  }
}

const LOOK_MS = 5_000;

/** The database of an engine without web: the given one, else the running one of the data folder. */
export async function openWorkerDatabase({ databaseUrl, dataDir }: Config, fail: Fail): Promise<Opened> {
  const url = databaseUrl ?? findEmbedded(dataDir);
  if (!url) throw new Error(`There is no database: set DATABASE_URL, or start Sojourn on ${dataDir} first.`);
  if (!databaseUrl) {
    // The owner may restart the server on another port; then this pool would wait in vain.
    const look = setInterval(() => {
      const now = findEmbedded(dataDir);
      if (now === null || now === url) return;
      clearInterval(look);
      fail(new Error("The database now runs on another port. Start the worker again."));
    }, LOOK_MS);
    look.unref();
  }
  return { database: await openMigrated(url), url, kind: databaseUrl ? "external" : "embedded", close: closeDatabase };
}

async function openMigrated(url: string): Promise<Database> {
  const database = openDatabase(url);
  await migrate(database);
  return database;
}
