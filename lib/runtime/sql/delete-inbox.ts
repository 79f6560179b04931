import { type Connection, plain } from "./connection.ts";

/** The full key, with its microseconds, finds each row in one step of the primary key. */
export async function deleteInbox(
  sql: Connection,
  rows: readonly { readonly shard: number; readonly receivedAt: number; readonly id: string }[],
): Promise<void> {
  await sql`
    delete from inbox
    using unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.receivedAt))}::float8[], ${plain(rows.map((row) => row.id))}::uuid[]
    ) as read (shard, received_at, id)
    where inbox.shard = read.shard and inbox.received_at = to_timestamp(read.received_at / 1000000) and inbox.id = read.id`;
}
