import { type Connection, plain } from "./connection.ts";

/** Notes that signals are about to be worked off once more; committed before that is tried (R17). */
export async function noteAttempts(
  sql: Connection,
  rows: readonly { readonly shard: number; readonly receivedAt: number; readonly id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update inbox set attempts = least(attempts + 1, 1000)
    from unnest(
      ${plain(rows.map((row) => row.shard))}::int[], ${plain(rows.map((row) => row.receivedAt))}::float8[],
      ${plain(rows.map((row) => row.id))}::uuid[]
    ) as read (shard, received_at, id)
    where inbox.shard = read.shard and inbox.received_at = to_timestamp(read.received_at / 1000000) and inbox.id = read.id`;
}
