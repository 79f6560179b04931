import type { Database } from "#db";

const TABLES = ["enrollments", "positions", "history"] as const;
const SLICE_SHARDS = 64;

/** Both start with empty tables. */
export async function emptyTables({ sql }: Database): Promise<void> {
  for (const table of TABLES) await sql.unsafe(`truncate ${table}`);
  await sql`vacuum analyze`;
}

/** Copies the rows that an enrollment has just written to other tables, and empties the original ones. */
export async function keepRows(database: Database): Promise<void> {
  const { sql } = database;
  for (const table of TABLES) {
    await sql.unsafe(`drop table if exists kept_${table}`);
    await sql.unsafe(`create unlogged table kept_${table} as select * from ${table} order by shard`);
    await sql.unsafe(`create index on kept_${table} (shard)`);
  }
  await emptyTables(database);
}

/** The same rows by `insert … select`: one transaction per shard, as many at a time as an engine has workers. */
export async function writeKept({ sql }: Database): Promise<void> {
  const shards = Array.from({ length: SLICE_SHARDS }, (_, shard) => shard);
  const work = async () => {
    for (let shard = shards.pop(); shard !== undefined; shard = shards.pop()) {
      const of = shard;
      await sql.begin(async (transaction) => {
        for (const table of TABLES)
          await transaction.unsafe(`insert into ${table} select * from kept_${table} where shard = ${of}`);
      });
    }
  };
  await Promise.all([work(), work(), work()]);
}
