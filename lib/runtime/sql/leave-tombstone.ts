import type { Connection, Owner } from "./connection.ts";

/** The anonymous person stays as a pointer to who they turned out to be; their ids lead there from now on (R39). */
export async function leaveTombstone(sql: Connection, owner: Owner, into: string): Promise<void> {
  await sql`
    update people set merged_into = ${into}, updated_at = now() where shard = ${owner.shard} and id = ${owner.personId}`;
  // The other one's dates are planned by the patch that carries the traits over.
  await sql`delete from date_starts where shard = ${owner.shard} and person_id = ${owner.personId}`;
  await sql`update identities set person_id = ${into} where person_id = ${owner.personId}`;
}
