import { type Columns, copyRows, type TransactionSql } from "#db";
import { MANY, rowsAsTable } from "./rows-as-table.ts";

/** Whether so many new rows are copied, with the connection to themselves, or inserted by a statement among others. */
export const isCopied = (rows: number): boolean => rows >= MANY;

/**
 * New rows of a table. Many are copied: the server writes them a page at a time and parses nothing (10 µs of Postgres less
 * for a short enrollment's enrollment, history and message).
 */
export async function insertRows(sql: TransactionSql, table: string, columns: Columns): Promise<void> {
  const names = Object.keys(columns);
  if (isCopied(columns[names[0] ?? ""]?.[1].length ?? 0)) return await copyRows(sql, table, columns);
  const list = sql(names);
  await sql`insert into ${sql(table)} (${list}) select ${list} from (${rowsAsTable(sql, columns)}) as new`;
}
