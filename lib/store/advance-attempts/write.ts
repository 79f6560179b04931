import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import type { AdvanceKey } from "./read.ts";

/** Committed before the enrollments are advanced. */
export async function noteAdvanceAttempts(sql: Connection, keys: readonly AdvanceKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    insert into advance_attempts as met (shard, enrollment_id, attempts)
    select shard, id, 1
    from unnest(${plain(keys.map((key) => key.shard))}::int[], ${plain(keys.map((key) => key.enrollmentId))}::uuid[])
      as due (shard, id)
    on conflict (shard, enrollment_id) do update set attempts = least(met.attempts + 1, 1000)`;
}

export async function forgetAdvanceAttempts(sql: Connection, keys: readonly AdvanceKey[]): Promise<void> {
  await sql`
    delete from advance_attempts
    using unnest(${plain(keys.map((key) => key.shard))}::int[], ${plain(keys.map((key) => key.enrollmentId))}::uuid[])
      as done (shard, id)
    where advance_attempts.shard = done.shard
      ${ofOneShard(
        sql,
        "advance_attempts",
        keys.map(({ shard }) => shard),
      )} and advance_attempts.enrollment_id = done.id`;
}
