import { sql } from "drizzle-orm";
import type { Transaction } from "#db";

/** Tables whose rows have numbers that count through all workspaces. */
export type NumberedTable = "campaigns" | "channels" | "content" | "journeys" | "segments";

/** Locks a text until the transaction ends: of two that lock the same, the second waits. */
export async function lockText(tx: Transaction, text: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${text}, 0))`);
}

export async function isNumberTaken(
  tx: Transaction,
  table: NumberedTable,
  workspaceId: string,
  number: number,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from ${sql.identifier(table)} where workspace_id = ${workspaceId} and number = ${number} limit 1`);
  return rows.length > 0;
}

/** The next number of the sequence, which a given number of some row may have taken before. */
export async function nextNumber(tx: Transaction, table: NumberedTable): Promise<number> {
  const [row] = await tx.execute<{ next: number }>(sql`
    select nextval(pg_get_serial_sequence(${table}, 'number'))::int as next`);
  if (!row) throw new Error(`${table} has no sequence of numbers`);
  return row.next;
}
