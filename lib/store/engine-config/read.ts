import { sql as raw } from "drizzle-orm";
import type { Transaction, TransactionSql } from "#db";
import type { Connection } from "../sql/connection.ts";

/**
 * The `now` of a batch and the revision of the configuration. Both are read once, after the locks are held (R3, R14).
 */
export async function readMoment(sql: Connection): Promise<{ now: number; revision: number }> {
  const [row] = await sql<{ now: number; revision: number }[]>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now, revision::float8 as revision
    from engine_config where id = 1`;
  if (!row) throw new Error("The table engine_config is empty: the database is not migrated.");
  return row;
}

/**
 * The revision of the configuration, which nobody raises before this transaction ends: what it writes is there before
 * anything that the next revision starts looks at it (R14).
 */
export async function holdRevision(sql: TransactionSql): Promise<number> {
  const [row] = await sql<{ revision: number }[]>`
    select revision::float8 as revision from engine_config where id = 1 for share`;
  if (!row) throw new Error("The table engine_config is empty: the database is not migrated.");
  return row.revision;
}

/** The database's clock in ms, for all decisions outside a batch (R3). */
export async function readClock(sql: Connection): Promise<number> {
  const [row] = await sql<{ now: number }[]>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now`;
  return row?.now ?? Number.NaN;
}

/** The database's clock as text with microseconds, for comparisons in SQL. */
export async function readExactClock(sql: Connection): Promise<string> {
  const [row] = await sql<{ now: string }[]>`select clock_timestamp()::text as now`;
  if (!row) throw new Error("The database did not tell the time.");
  return row.now;
}

/** The same in a drizzle transaction, with its microseconds as text. */
export async function readClockIn(tx: Transaction): Promise<string> {
  const [row] = await tx.execute<{ now: string }>(raw`select clock_timestamp() as now`);
  if (!row) throw new Error("The database did not tell the time.");
  return row.now;
}
