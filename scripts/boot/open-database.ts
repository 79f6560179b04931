import type { Config } from "#config";
import { closeDatabase, connect, type Database, migrate, openDatabase, openStandby } from "#db";
import { findEmbedded, superviseEmbedded } from "#db/embedded";
import { log } from "#log";
import type { Fail } from "./run.ts";

export type Opened = {
  readonly database: Database;
  readonly url: string;
  readonly kind: "embedded" | "external";
  /** Keeps sessions and takes settings; the same as `database` unless that is behind a pooler. */
  readonly direct: Database;
  readonly close: () => Promise<void>;
};

/**
 * The database of a server: the given one, else the embedded one, which this process then owns and restarts after an
 * unexpected end. It is migrated.
 */
export async function openServerDatabase(config: Config, fail: Fail): Promise<Opened> {
  const { databaseUrl, dataDir } = config;
  const report = (message: string) => log.warn(`database: ${message}`);
  const embedded = databaseUrl ? null : await superviseEmbedded(dataDir, { report, onLost: fail });
  const url = embedded?.url ?? databaseUrl ?? "";
  try {
    const opened = await openMigrated(config, url);
    const standby = config.readUrl === null ? null : openStandby(opened.database, config.readUrl);
    const close = async () => {
      await standby?.stop();
      await opened.close();
      await embedded?.stop();
    };
    return { ...opened, url, kind: embedded ? "embedded" : "external", close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

const LOOK_MS = 5_000;

/** The database of an engine without web: the given one, else the running one of the data folder. */
export async function openWorkerDatabase(config: Config, fail: Fail): Promise<Opened> {
  const { databaseUrl, dataDir } = config;
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
  return { ...(await openMigrated(config, url)), url, kind: databaseUrl ? "external" : "embedded" };
}

/** Opens the process's database and migrates it: past the pooler, if there is one. */
async function openMigrated({ pooled }: Config, url: string): Promise<Pick<Opened, "database" | "direct" | "close">> {
  const database = openDatabase(url, { pooled: pooled !== null });
  const direct = pooled === null ? database : connect(pooled.directUrl, { max: 6 });
  const close = async () => {
    if (direct !== database) await direct.close();
    await closeDatabase();
  };
  try {
    await migrate(direct);
    return { database, direct, close };
  } catch (error) {
    await close();
    throw error;
  }
}
