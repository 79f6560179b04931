import { type Columns, copyRows, type TransactionSql } from "#db";
import { MANY, rowsAsTable } from "./rows-as-table.ts";

/**
 * Whether this number of new rows is copied, which needs the connection exclusively, or inserted by an ordinary
 * statement.
 */
export const isCopied = (rows: number): boolean => rows >= MANY;

/**
 * Inserts new rows of a table. Many rows are copied: the server then writes them a page at a time and parses nothing
 * (saves 10 µs of Postgres for a short enrollment's enrollment, history and message).
 */
export async function insertRows(sql: TransactionSql, table: string, columns: Columns): Promise<void> {
  const names = Object.keys(columns);
  if (isCopied(columns[names[0] ?? ""]?.[1].length ?? 0)) return await copyRows(sql, table, columns);
  const list = sql(names);
  await sql`insert into ${sql(table)} (${list}) select ${list} from (${rowsAsTable(sql, columns)}) as new`;
}
