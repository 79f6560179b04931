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
 * The database of a server: the given one, else the embedded one, which then belongs to this process and is started again when
 * somebody else ends it. Migrated when it answers.
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

/** The database of an engine without web: the given one, else the one a running Sojourn keeps in the data folder. */
export async function openWorkerDatabase({ databaseUrl, dataDir }: Config, fail: Fail): Promise<Opened> {
  const url = databaseUrl ?? findEmbedded(dataDir);
  if (!url) throw new Error(`There is no database: set DATABASE_URL, or start Sojourn on ${dataDir} first.`);
  if (!databaseUrl) {
    // The next start of the Sojourn that keeps the server may give it another port: then this pool waits for nobody.
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
