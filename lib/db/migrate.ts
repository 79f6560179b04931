import { resolve } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as applyFolder } from "drizzle-orm/postgres-js/migrator";
import type { Database } from "./client.ts";

const OLDEST_SERVER = 150_000;
// "migrate" in ASCII as a number.
const MIGRATION_LOCK = "30796665482998885";

/** Brings the tables up to date; several processes that start at once wait for one another. Throws on a server before PostgreSQL 15. */
export async function migrate(database: Database): Promise<void> {
  const connection = await database.sql.reserve();
  try {
    const [server] = await connection<{ version: number; name: string }[]>`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as name`;
    if (!server || server.version < OLDEST_SERVER) {
      throw new Error(`Sojourn needs PostgreSQL 15 or newer; this server is ${server?.name ?? "unknown"}.`);
    }
    await connection`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`;
    await applyFolder(database.orm, { migrationsFolder: resolve("drizzle") });
    await connection`select pg_advisory_unlock(${MIGRATION_LOCK}::bigint)`;
  } finally {
    connection.release();
  }
}

/** Whether every migration of this build has been applied. */
export async function isMigrated(database: Database): Promise<boolean> {
  const [table] = await database.sql<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return false;
  const wanted = Math.max(
    ...readMigrationFiles({ migrationsFolder: resolve("drizzle") }).map((file) => file.folderMillis),
  );
  const [row] = await database.sql<{ ready: boolean }[]>`
    select coalesce(max(created_at) >= ${wanted}, false) as ready from drizzle.__drizzle_migrations`;
  return row?.ready ?? false;
}
