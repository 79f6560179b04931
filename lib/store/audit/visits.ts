import { ALL_SHARDS } from "#db";
import { stepsOf } from "../versions/steps.ts";
import { type AuditScope, inScope, NAMED } from "./scope.ts";

export type VisitMismatch = {
  readonly journey_id: string;
  readonly name: string;
  readonly counted: number;
  readonly standing: number;
};

/**
 * Compares the counters of people on each step of each version with the positions (R36). A merge moves people across
 * shards.
 */
export async function findVisitMismatches(audit: AuditScope): Promise<VisitMismatch[]> {
  const { sql, scope, vanishing } = audit;
  const shards = [...ALL_SHARDS];
  return await sql<VisitMismatch[]>`
    with steps as materialized (${stepsOf(sql, scope)}),
    sides as (
      select journey_id, version_id, element_id as node_id, sum(entered - advanced - exited - failed) as counted,
        0 as standing
      from node_counts c
      where shard = any(${shards}::smallint[]) and not journey_id = any(${[...vanishing]}::uuid[])
        ${scope.journeyId ? sql`and journey_id = ${scope.journeyId}` : sql``}
      group by 1, 2, 3
      union all
      select journey_id, version_id, node_id, 0, count(*) from positions p
      where shard = any(${shards}::smallint[]) and ${inScope(audit, "p")}
      group by 1, 2, 3
    )
    select sides.journey_id, steps.name, sum(counted)::float8 as counted, sum(standing)::float8 as standing
    from sides join steps on steps.version_id = sides.version_id and steps.node_id = sides.node_id
    group by sides.journey_id, sides.version_id, sides.node_id, steps.name
    having sum(counted) <> sum(standing)
    limit ${NAMED}`;
}
