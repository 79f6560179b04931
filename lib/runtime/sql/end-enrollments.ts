import type { EnrollmentEnd } from "#engine";
import { type Connection, json, type Owned, shardsOf } from "./connection.ts";
import { rowsAsTable } from "./rows-as-table.ts";

/** The second and last time an enrollment's own row is written (R6). */
export async function endEnrollments(sql: Connection, rows: readonly Owned<EnrollmentEnd>[]): Promise<void> {
  await sql`
    update enrollments
    set status = ended.status, exit_reason = ended.exit_reason, last_node_id = ended.last_node_id,
      ended_at = ended.ended_at, failed_state = ended.failed_state
    from (${rowsAsTable(sql, {
      shard: ["int", shardsOf(rows)],
      id: ["uuid", rows.map(({ row }) => row.id)],
      status: ["text", rows.map(({ row }) => row.status)],
      exit_reason: ["text", rows.map(({ row }) => row.exitReason)],
      last_node_id: ["uuid", rows.map(({ row }) => row.lastNodeId)],
      ended_at: ["moment", rows.map(({ row }) => row.endedAt)],
      failed_state: ["json", json(rows.map(({ row }) => row.failedState ?? null))],
    })}) as ended
    where enrollments.shard = ended.shard and enrollments.id = ended.id`;
}
