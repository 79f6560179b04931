import type { Connection, Owner } from "../sql/connection.ts";

/** Whether an enrollment is the person's. */
export async function ownsEnrollment(sql: Connection, owner: Owner, id: string): Promise<boolean> {
  const rows = await sql`
    select from enrollments
    where shard = ${owner.shard} and id = ${id} and person_id = ${owner.personId}
      and workspace_id = ${owner.workspaceId}`;
  return rows.length > 0;
}
