import { type Connection, type Owned, shardsOf } from "./connection.ts";

/** A due position that nothing came of would be claimed for ever: look again in a minute. */
export async function deferPositions(
  sql: Connection,
  rows: readonly Owned<{ readonly id: string }>[],
  until: string,
): Promise<void> {
  await sql`
    update positions set wake_at = ${until}::timestamptz
    from unnest(${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.id)}::uuid[]) as deferred (shard, id)
    where positions.shard = deferred.shard and positions.enrollment_id = deferred.id`;
}
