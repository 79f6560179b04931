import type { Sql, TransactionSql } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";
import type { EngineRecord } from "./read.ts";

/** Stores that an engine is working. */
export async function recordHeartbeat(sql: Sql | TransactionSql, { system, now }: EngineRecord): Promise<void> {
  await sql`
    insert into engine_life (id, system_id, last_seen_at) values (1, ${system}, ${toSqlTimestamp(now)})
    on conflict (id) do update set system_id = excluded.system_id,
      last_seen_at = greatest(engine_life.last_seen_at, excluded.last_seen_at)`;
}

/** Makes every engine wait until an operator answers. */
export async function hold(
  sql: TransactionSql,
  { system, now, known }: EngineRecord,
  reason: "moved" | "away",
): Promise<void> {
  await sql`
    update engine_life set system_id = ${system}, last_seen_at = ${toSqlTimestamp(now)}, held_at = ${toSqlTimestamp(now)},
      held_reason = ${reason}, away_since = ${toSqlTimestamp(known?.lastSeenAt ?? now)}, answer = null, answered_at = null
    where id = 1`;
}

/** Lets engines work again after the answer; messages queued up to `dropUntil` are skipped. */
export async function release(sql: TransactionSql, now: number, dropUntil: number | null): Promise<void> {
  await sql`
    update engine_life set held_at = null, held_reason = null, answer = null, last_seen_at = ${toSqlTimestamp(now)},
      drop_until = coalesce(${dropUntil === null ? null : toSqlTimestamp(dropUntil)}::timestamptz, drop_until)
    where id = 1`;
}

/** The next engine finds itself on another server than the last one, as after a move (R44). */
export async function forgetPlace(sql: Sql): Promise<void> {
  await sql`update engine_life set system_id = '' where id = 1`;
}

/** Only one engine at a time, until the transaction ends. */
export async function lockLife(sql: TransactionSql): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sojourn.life'))`;
}

/** Stores the operator's answer about the downtime; false: no engine is waiting for an answer. */
export async function writeGapAnswer(sql: Sql | TransactionSql, answer: "fire" | "shift" | "drop"): Promise<boolean> {
  const answered = await sql`
    update engine_life set answer = ${answer}, answered_at = now() where id = 1 and held_at is not null and answer is null`;
  return answered.count > 0;
}
