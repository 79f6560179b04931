import { resolve } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as applyFolder } from "drizzle-orm/postgres-js/migrator";
import type { Database } from "./client.ts";

const OLDEST_SERVER = 150_000;
// "migrate" in ASCII as a number.
const MIGRATION_LOCK = "30796665482998885";

/**
 * Brings the tables up to date; several processes that start at once wait for one another. Throws on a server before
 * PostgreSQL 15, and on a database that a newer release has migrated.
 */
export async function migrate(database: Database): Promise<void> {
  const connection = await database.sql.reserve();
  try {
    const [server] = await connection<{ version: number; name: string }[]>`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as name`;
    if (!server || server.version < OLDEST_SERVER) {
      throw new Error(`Sojourn needs PostgreSQL 15 or newer; this server is ${server?.name ?? "unknown"}.`);
    }
    await connection`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`;
    await refuseNewer(database);
    await applyFolder(database.orm, { migrationsFolder: resolve("drizzle") });
  } finally {
    await connection`select pg_advisory_unlock(${MIGRATION_LOCK}::bigint)`.catch(() => {});
    connection.release();
  }
}

/** An older release would read columns that are gone and write what the newer one does not expect. */
async function refuseNewer(database: Database): Promise<void> {
  if ((await lastApplied(database)) > lastOfBuild())
    throw new Error(
      "A newer release of Sojourn has migrated this database, and there is no way back. Start that release, or restore the backup made before the upgrade.",
    );
}

/** Whether every migration of this build has been applied. */
export async function isMigrated(database: Database): Promise<boolean> {
  return (await lastApplied(database)) >= lastOfBuild();
}

const lastOfBuild = (): number =>
  Math.max(...readMigrationFiles({ migrationsFolder: resolve("drizzle") }).map((file) => file.folderMillis));

/** The time that names the newest migration of a database; 0: it has none. */
async function lastApplied({ sql }: Database): Promise<number> {
  const [table] = await sql<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return 0;
  const [row] = await sql<
    { last: number }[]
  >`select coalesce(max(created_at), 0)::float8 as last from drizzle.__drizzle_migrations`;
  return row?.last ?? 0;
}
