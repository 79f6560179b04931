import { type Connection, type Owner, toSqlTimestamp } from "./connection.ts";

/** Whoever two people were merged into entered a journey, deleted since, when either of them did last (R29, R39). */
export async function keepLastEntry(sql: Connection, owner: Owner, enteredAt: number): Promise<void> {
  await sql`
    update people set last_entered_at = greatest(last_entered_at, ${toSqlTimestamp(enteredAt)}::timestamptz)
    where shard = ${owner.shard} and id = ${owner.personId}`;
}
