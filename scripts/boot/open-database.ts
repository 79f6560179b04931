import type { Config } from "#config";
import { closeDatabase, type Database, migrate, openDatabase } from "#db";
import { findEmbedded, startEmbedded } from "#db/embedded";

export type Opened = {
  readonly database: Database;
  readonly url: string;
  readonly kind: "embedded" | "external";
  readonly close: () => Promise<void>;
};

/** The database of a server: the given one, else the embedded one, which then belongs to this process. Migrated when it answers. */
export async function openServerDatabase({ databaseUrl, dataDir }: Config): Promise<Opened> {
  const embedded = databaseUrl ? null : await startEmbedded(dataDir);
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

/** The database of an engine without web: the given one, else the one a running Sojourn keeps in the data folder. */
export async function openWorkerDatabase({ databaseUrl, dataDir }: Config): Promise<Opened> {
  const url = databaseUrl ?? findEmbedded(dataDir);
  if (!url) throw new Error(`There is no database to work on: set DATABASE_URL, or start Sojourn on ${dataDir} first.`);
  return { database: await openMigrated(url), url, kind: databaseUrl ? "external" : "embedded", close: closeDatabase };
}

async function openMigrated(url: string): Promise<Database> {
  const database = openDatabase(url);
  await migrate(database);
  return database;
}
