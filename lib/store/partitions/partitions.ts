import type { Sql } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import { partitionedTables } from "../tables.ts";

/**
 * The partition is created as a separate table and then attached: creating it in place would block every insert
 * meanwhile (R11).
 */
export async function attachPartition(
  sql: Sql,
  table: string,
  partition: { readonly name: string; readonly from: string; readonly to: string },
): Promise<void> {
  const { name, from, to } = partition;
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '200ms'`;
    await tx`create table ${tx(name)} (like ${tx(table)} including defaults including constraints including indexes)`;
    await tx.unsafe(`alter table "${table}" attach partition "${name}" for values from ('${from}') to ('${to}')`);
  });
}

export async function listPartitions(sql: Connection): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select child.relname as name
    from pg_inherits
    join pg_class as child on child.oid = inhrelid
    join pg_class as parent on parent.oid = inhparent
    where parent.relname = any(${[...partitionedTables("week"), ...partitionedTables("day")]}::text[])`;
  return rows.map((row) => row.name);
}

/** Gives up after 200 ms if the table is in use; the next round tries again (R11). */
export async function dropPartition(sql: Sql, name: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '200ms'`;
    await tx`drop table if exists ${tx(name)}`;
  });
}

const AT_ONCE = 10_000;

/** Deletes rows of the default partition, which holds rows for which no other partition existed. */
export async function deleteOldRows(sql: Sql, table: "events" | "history", before: number): Promise<number> {
  const column = table === "events" ? sql`received_at` : sql`at`;
  const name = sql(`${table}_default`);
  const gone = await sql`
    delete from ${name} where ctid = any(array(
      select ctid from ${name} where ${column} < ${toSqlTimestamp(before)}::timestamptz limit ${AT_ONCE}))`;
  return gone.count;
}
