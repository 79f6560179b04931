import { type Database, SHARD_COUNT } from "#db";

const STAGE = "sojourn_demo_stage";

/** A staging schema, in which history is created without being visible to running engines. */
export type StagingSchema = {
  /** The same tables, empty; rows here are invisible to the product until they are copied. */
  readonly database: Database;
  readonly tables: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * Creates a schema with an unlogged copy of every table. A schema left by an interrupted seeding is dropped first, so
 * that seeding starts over.
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
  // Messages of the history are rendered with links that the installation signs.
  await sql.unsafe(`insert into ${STAGE}.installation select * from installation`);
  const stage = database.fork({ max: 6, settings: { search_path: STAGE, synchronous_commit: "off" } });
  await stage.sql`insert into shards select generate_series(0, ${SHARD_COUNT - 1}::int)`;
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
