import { type Connection, type Owned, shardsOf } from "./connection.ts";

export async function deleteQueuedActions(sql: Connection, rows: readonly Owned<string>[]): Promise<void> {
  await sql`
    delete from queued_actions
    using unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row)}::uuid[]) as done (shard, id)
    where queued_actions.shard = done.shard and queued_actions.id = done.id`;
}
