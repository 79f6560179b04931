import { type AuditScope, inScope, NAMED } from "./scope.ts";

export type Ownerless = {
  readonly journey_id: string;
  readonly enrollment_id: string;
};

/**
 * Running enrollments without a person: erased, or merged into another one with the merge signal already processed (R39).
 */
export async function findOwnerless(audit: AuditScope, shards: readonly number[]): Promise<Ownerless[]> {
  return await audit.sql<Ownerless[]>`
    select p.journey_id, p.enrollment_id from positions p
    where p.shard = any(${[...shards]}::smallint[]) and ${inScope(audit, "p")}
      and not exists (
        select from people u where u.shard = p.shard and u.id = p.person_id and u.merged_into is null)
      and not exists (select from inbox i where i.shard = p.shard and i.person_id = p.person_id)
    limit ${NAMED}`;
}
