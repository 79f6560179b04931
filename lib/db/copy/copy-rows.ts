import type { TransactionSql } from "../client.ts";
import type { Columns } from "./columns.ts";
import { encodeRows } from "./encode-rows.ts";

/**
 * Writes new rows by `COPY`, which needs the connection alone: a caller that pipelines statements must wait for all of
 * them first, and for this one before the next. Rejects with the server's error, like any statement.
 */
export async function copyRows(sql: TransactionSql, table: string, columns: Columns): Promise<void> {
  const bytes = encodeRows(columns);
  const names = Object.keys(columns).join(", ");
  const stream = await sql.unsafe(`copy ${table} (${names}) from stdin (format binary)`).writable();
  await new Promise<void>((resolve, reject) => {
    stream.once("error", reject);
    stream.end(bytes, (error?: Error | null) => (error ? reject(error) : resolve()));
  });
}
