import type { TransactionSql } from "#db";
import { NO_JOURNEY } from "../deliveries/direct.ts";
import { toSqlTimestamp } from "../sql/connection.ts";
import { mergedTables } from "../tables.ts";

type Move = {
  readonly shard: number;
  readonly personId: string;
  readonly toShard: number;
  readonly toPersonId: string;
};

/**
 * Moves the rows of a merged person, found by person, or by the person's enrollments before these move. The shard is
 * part of every key and Citus does not change it in place, so rows are copied under the new owner and then deleted.
 */
export async function moveRows(sql: TransactionSql, move: Move, now: number): Promise<void> {
  const changes = JSON.stringify({ shard: move.toShard, person_id: move.toPersonId });
  const enrollments = await sql<{ id: string }[]>`
    select id from enrollments where shard = ${move.shard} and person_id = ${move.personId}
    union all
    select id from deliveries
    where shard = ${move.shard} and journey_id = ${NO_JOURNEY} and person_id = ${move.personId}`;
  const enrollmentIds = enrollments.map(({ id }) => id);
  const byEnrollment = mergedTables("by_enrollment");
  for (const name of [...byEnrollment, ...mergedTables("by_person")]) {
    const table = sql(name);
    const theirs = byEnrollment.includes(name)
      ? sql`shard = ${move.shard} and enrollment_id = any(${enrollmentIds}::uuid[])`
      : sql`shard = ${move.shard} and person_id = ${move.personId}`;
    if (move.shard === move.toShard) {
      await sql`update ${table} set person_id = ${move.toPersonId} where ${theirs}`;
      continue;
    }
    await sql`
      insert into ${table}
      select (jsonb_populate_record(moved, ${changes}::text::jsonb)).* from ${table} as moved where ${theirs}`;
    await sql`delete from ${table} where ${theirs}`;
  }
  // Due times before now would lie before the bound up to which readers of the new shard have read (R8).
  await sql`
    update positions set wake_at = ${toSqlTimestamp(now)}::timestamptz
    where shard = ${move.toShard} and person_id = ${move.toPersonId} and wake_at < ${toSqlTimestamp(now)}::timestamptz`;
}
