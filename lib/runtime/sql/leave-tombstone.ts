import type { Connection, Owner } from "./connection.ts";

/** The anonymous person stays as a pointer to who they turned out to be; their ids lead there from now on (R39). */
export async function leaveTombstone(sql: Connection, owner: Owner, into: string): Promise<void> {
  await sql`
    update people set merged_into = ${into}, updated_at = now() where shard = ${owner.shard} and id = ${owner.personId}`;
  await sql`update identities set person_id = ${into} where person_id = ${owner.personId}`;
}
