import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

// "sojourn" in ASCII as a number. The lock is held while a process runs, and released by the database when it ends.
const OWNER_LOCK = "32492125248909934";
const PATIENCE_MS = 4_000;

/** Another process runs on the same data folder. */
export class AlreadyRunningError extends Error {
  override readonly name = "AlreadyRunningError";
  constructor(dataDir: string) {
    super(`Sojourn is already running on ${dataDir}. Stop it first, or choose another folder with SOJOURN_DATA_DIR.`);
  }
}

export type Ownership = {
  readonly release: () => Promise<void>;
  /** Resolves when the connection that holds the lock is lost: the server ended or crashed, or the lock was released. */
  readonly lost: Promise<void>;
};

/** Makes this process the owner of a server's data; throws `AlreadyRunningError` while another is. */
export async function takeOwnership(url: string, dataDir: string): Promise<Ownership> {
  const lost = Promise.withResolvers<void>();
  let owned = false;
  const sql = postgres(url, {
    max: 1,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => owned && lost.resolve(),
    connection: { application_name: "sojourn owner" },
  });
  const deadline = Date.now() + PATIENCE_MS;
  try {
    while (!(await tryLock(sql))) {
      // The lock of a killed owner is released with its connection, which may take the server a moment.
      if (Date.now() > deadline) throw new AlreadyRunningError(dataDir);
      await sleep(100);
    }
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  owned = true;
  return { release: () => sql.end({ timeout: 1 }), lost: lost.promise };
}

async function tryLock(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${OWNER_LOCK}::bigint) as taken`;
  return row?.taken ?? false;
}

/** Creates the product's own database at first start. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`;
    if (found.length === 0) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
