import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type AdvanceKey = { readonly shard: number; readonly enrollmentId: string };

/** How often processes have read these due enrollments and died; nearly always zero times (R17). */
export async function readAdvanceAttempts(sql: Connection, keys: readonly AdvanceKey[]): Promise<Map<string, number>> {
  const rows = await sql<{ id: string; attempts: number }[]>`
    select met.enrollment_id as id, attempts
    from unnest(${plain(keys.map((key) => key.shard))}::int[], ${plain(keys.map((key) => key.enrollmentId))}::uuid[])
      as due (shard, id)
    join advance_attempts as met on met.shard = due.shard ${ofOneShard(
      sql,
      "met",
      keys.map(({ shard }) => shard),
    )}
      and met.enrollment_id = due.id`;
  return new Map(rows.map((row) => [row.id, row.attempts]));
}
