import { ALL_SHARDS } from "#db";
import { type Connection, toSqlTimestamp } from "./connection.ts";

/** Alerts live for 30 days, answers to idempotency keys for one. */
export async function forgetOldAnswers(sql: Connection, now: number): Promise<void> {
  const day = 24 * 3_600_000;
  await sql`
    delete from alerts
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and at < ${toSqlTimestamp(now - 30 * day)}::timestamptz`;
  await sql`delete from idempotency_keys where created_at < ${toSqlTimestamp(now - day)}::timestamptz`;
}
