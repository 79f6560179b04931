import { type AuditScope, inScope, NAMED } from "./scope.ts";

export type Twins = {
  readonly journey_id: string;
  readonly id: string;
  readonly enrollments: number;
};

/**
 * People with two running enrollments with the same instance key: `positions` has a unique index against it,
 * `enrollments` has none.
 */
export async function findTwins(audit: AuditScope, shards: readonly number[]): Promise<Twins[]> {
  return await audit.sql<Twins[]>`
    select journey_id, min(id::text) as id, count(*)::int as enrollments
    from enrollments e
    where shard = any(${[...shards]}::smallint[]) and status = 'active' and ${inScope(audit, "e")}
    group by shard, person_id, journey_id, instance_key
    having count(*) > 1
    limit ${NAMED}`;
}
