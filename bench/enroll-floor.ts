import type { Database } from "#db";

const TABLES = ["enrollments", "positions", "history"] as const;
const SLICE_SHARDS = 64;

/** Puts the rows that an enrollment has just left aside, and empties their tables. */
export async function keepRows({ sql }: Database): Promise<void> {
  for (const table of TABLES) {
    await sql.unsafe(`create unlogged table kept_${table} as select * from ${table} order by shard`);
    await sql.unsafe(`create index on kept_${table} (shard)`);
    await sql.unsafe(`truncate ${table}`);
  }
  await sql`update people set last_entered_at = null`;
  await sql`vacuum analyze`;
}

/** The same rows by `insert … select`, and the time of entry on each person: a transaction a shard, two at a time. */
export async function writeKept({ sql }: Database): Promise<void> {
  const shards = Array.from({ length: SLICE_SHARDS }, (_, shard) => shard);
  const work = async () => {
    for (let shard = shards.pop(); shard !== undefined; shard = shards.pop()) {
      const of = shard;
      await sql.begin(async (transaction) => {
        for (const table of TABLES)
          await transaction.unsafe(`insert into ${table} select * from kept_${table} where shard = ${of}`);
        await transaction`
          update people set last_entered_at = kept.enrolled_at from kept_enrollments kept
          where people.shard = ${of} and kept.shard = ${of} and people.id = kept.person_id`;
      });
    }
  };
  await Promise.all([work(), work()]);
}
