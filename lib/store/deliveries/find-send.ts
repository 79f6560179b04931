import type { Connection, Owner } from "../sql/connection.ts";

export type Send = { readonly enrollmentId: string; readonly visit: number; readonly offerId: string | null };

/** A message of a person, with the offer that it shows. */
export async function findSend(sql: Connection, owner: Owner, id: string): Promise<Send | undefined> {
  const [row] = await sql<Send[]>`
    select enrollment_id as "enrollmentId", visit, variables -> 'offer' ->> 'id' as "offerId"
    from deliveries
    where shard = ${owner.shard} and id = ${id} and person_id = ${owner.personId}
      and workspace_id = ${owner.workspaceId}`;
  return row;
}
