import type { EnrollmentEnd } from "#engine";
import { type Connection, documents, moment, type Owned, shardsOf } from "./connection.ts";

/** The second and last time a trip's own row is written (R6). */
export async function endEnrollments(sql: Connection, rows: readonly Owned<EnrollmentEnd>[]): Promise<void> {
  await sql`
    update enrollments
    set status = ended.status, exit_reason = ended.exit_reason, last_node_id = ended.last_node_id,
      ended_at = ended.ended_at::timestamptz, failed_state = ended.failed_state::jsonb
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.id)}::uuid[], ${rows.map(({ row }) => row.status)}::text[],
      ${rows.map(({ row }) => row.exitReason)}::text[], ${rows.map(({ row }) => row.lastNodeId)}::uuid[],
      ${rows.map(({ row }) => moment(row.endedAt))}::text[],
      string_to_array(${documents(rows.map(({ row }) => row.failedState ?? null))}::text, E'\\n', '')
    ) as ended (shard, id, status, exit_reason, last_node_id, ended_at, failed_state)
    where enrollments.shard = ended.shard and enrollments.id = ended.id`;
}
