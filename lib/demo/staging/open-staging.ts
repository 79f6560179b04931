import type { Database } from "#db";

const STAGE = "sojourn_demo_stage";

/** A place beside the real tables where history is made without any running engine seeing it. */
export type StagingSchema = {
  /** The same tables, empty; everything written here stays out of sight until it is copied. */
  readonly database: Database;
  readonly tables: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * Makes a schema with unlogged twins of every table. What an interrupted seeding left behind is dropped first, so that
 * seeding begins anew instead of going on with half a history.
 */
export async function openStage(database: Database): Promise<StagingSchema> {
  const { sql } = database;
  await sql.unsafe(`drop schema if exists ${STAGE} cascade`);
  await sql.unsafe(`create schema ${STAGE}`);
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
    order by relname`;
  const tables = rows.map((row) => row.name).filter((name) => !name.startsWith("__"));
  const twins = tables.map((name) => `create unlogged table ${STAGE}."${name}" (like "${name}" including all)`);
  await sql.unsafe(twins.join(";\n"));
  const stage = database.fork({ max: 6, settings: { search_path: STAGE, synchronous_commit: "off" } });
  await stage.sql`insert into shards select generate_series(0, 63)`;
  await stage.sql`insert into engine_config (id, revision) values (1, 1)`;
  return {
    database: stage,
    tables,
    close: async () => {
      await stage.close();
      await sql.unsafe(`drop schema if exists ${STAGE} cascade`);
    },
  };
}

export const stageTable = (name: string): string => `${STAGE}."${name}"`;
