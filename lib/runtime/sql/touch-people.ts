import type { Person } from "#engine";
import { type Connection, type Owned, shardsOf } from "./connection.ts";
import { tableOf } from "./table-of.ts";

/** People of whom nothing changed but that they entered a journey: traits and tags need not be written again. */
export async function touchPeople(sql: Connection, rows: readonly Owned<Person>[]): Promise<void> {
  await sql`
    update people set last_entered_at = to_timestamp(entered.at / 1000)
    from (${tableOf(sql, {
      shard: ["int", shardsOf(rows)],
      id: ["uuid", rows.map(({ row }) => row.id)],
      at: ["float8", rows.map(({ row }) => row.lastEnteredAt)],
    })}) as entered
    where people.shard = entered.shard and people.id = entered.id`;
}
