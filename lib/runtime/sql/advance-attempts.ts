import { type Connection, plain } from "./connection.ts";

export type AdvanceKey = { readonly shard: number; readonly enrollmentId: string };

/** How often processes have met these due enrollments and died; nearly always none (R17). */
export async function readAdvanceAttempts(sql: Connection, keys: readonly AdvanceKey[]): Promise<Map<string, number>> {
  const rows = await sql<{ id: string; attempts: number }[]>`
    select met.enrollment_id as id, attempts
    from unnest(${plain(keys.map((key) => key.shard))}::int[], ${plain(keys.map((key) => key.enrollmentId))}::uuid[])
      as due (shard, id)
    join step_attempts as met on met.shard = due.shard and met.enrollment_id = due.id`;
  return new Map(rows.map((row) => [row.id, row.attempts]));
}

/** Committed before the enrollments are stepped. */
export async function noteAdvanceAttempts(sql: Connection, keys: readonly AdvanceKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    insert into step_attempts as met (shard, enrollment_id, attempts)
    select shard, id, 1
    from unnest(${plain(keys.map((key) => key.shard))}::int[], ${plain(keys.map((key) => key.enrollmentId))}::uuid[])
      as due (shard, id)
    on conflict (shard, enrollment_id) do update set attempts = least(met.attempts + 1, 1000)`;
}

export async function forgetAdvanceAttempts(sql: Connection, keys: readonly AdvanceKey[]): Promise<void> {
  await sql`
    delete from step_attempts
    using unnest(${plain(keys.map((key) => key.shard))}::int[], ${plain(keys.map((key) => key.enrollmentId))}::uuid[])
      as done (shard, id)
    where step_attempts.shard = done.shard and step_attempts.enrollment_id = done.id`;
}
