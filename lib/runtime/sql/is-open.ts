import type { Connection } from "./connection.ts";

/** Whether an operation is still to go on: a cancel counts from the next slice on, under the shards' locks (R15). */
export async function isOpen(sql: Connection, operationId: string): Promise<boolean> {
  const rows = await sql`select from operations where id = ${operationId} and status in ('waiting', 'running')`;
  return rows.length > 0;
}
