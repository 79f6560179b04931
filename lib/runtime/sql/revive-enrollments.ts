import type { EnrollmentRevival } from "#engine";
import { type Connection, type Owned, plain, shardsOf } from "./connection.ts";

/** Failed enrollments that run again (R36); those that end again in the same batch are ended by the statement behind. */
export async function reviveEnrollments(sql: Connection, rows: readonly Owned<EnrollmentRevival>[]): Promise<void> {
  await sql`
    update enrollments
    set status = 'active', exit_reason = null, last_node_id = null, ended_at = null, failed_state = null
    from unnest(${plain(shardsOf(rows))}::int[], ${plain(rows.map(({ row }) => row.id))}::uuid[]) as revived (shard, id)
    where enrollments.shard = revived.shard and enrollments.id = revived.id`;
}
