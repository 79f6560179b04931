import type { Sql } from "#db";
import { toSqlTimestamp } from "./connection.ts";

/** Counts and samples of refused messages; few rows an hour, whatever came in. */
export async function deleteOldMessages(sql: Sql, before: number): Promise<void> {
  await sql`delete from refused_messages where hour < ${toSqlTimestamp(before)}::timestamptz`;
  await sql`delete from message_counts where hour < ${toSqlTimestamp(before)}::timestamptz`;
}
