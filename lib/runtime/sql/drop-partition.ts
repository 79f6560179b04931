import type { Sql } from "#db";
import type { Connection } from "./connection.ts";

export async function listPartitions(sql: Connection): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select child.relname as name
    from pg_inherits
    join pg_class as child on child.oid = inhrelid
    join pg_class as parent on parent.oid = inhparent
    where parent.relname in ('events', 'history', 'message_ids')`;
  return rows.map((row) => row.name);
}

/** Gives way to whoever is using the table; the next round tries again (R11). */
export async function dropPartition(sql: Sql, name: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '200ms'`;
    await tx`drop table if exists ${tx(name)}`;
  });
}
