import { type Connection, type Owned, plain, shardsOf } from "./connection.ts";

/** Before new positions are inserted: a restart ends one enrollment and begins another under the same unique key. */
export async function deletePositions(sql: Connection, rows: readonly Owned<{ readonly id: string }>[]): Promise<void> {
  await sql`
    delete from positions
    using unnest(${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.id))}::uuid[]) as ended (shard, id)
    where positions.shard = ended.shard and positions.enrollment_id = ended.id`;
}
