import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

/** Answers kept for their keys since before a time. */
export async function deleteOldAnswers(sql: Connection, before: number): Promise<void> {
  await sql`delete from idempotency_keys where created_at < ${toSqlTimestamp(before)}::timestamptz`;
}
