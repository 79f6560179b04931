import { ALL_SHARDS } from "#db";
import { outcomeOf } from "../enrollments/hidden.ts";
import { type AuditScope, inScope } from "./scope.ts";

type Outcome = "active" | "completed" | "stopped" | "failed";
export type TotalMismatch = {
  readonly journey_id: string;
  readonly outcome: Outcome;
  readonly counted: number;
  readonly there: number;
  readonly erased: boolean;
};

/**
 * Compares the counters of enrollments by outcome with the stored rows. Erasing people keeps the counters, so they may
 * be higher (R40).
 */
export async function findTotalMismatches(audit: AuditScope): Promise<TotalMismatch[]> {
  const { sql, scope, vanishing } = audit;
  const shards = [...ALL_SHARDS];
  const rows = await sql<TotalMismatch[]>`
    with counted as (
      select journey_id, sum(enrolled - completed - stopped - failed) as active, sum(completed) as completed,
        sum(stopped) as stopped, sum(failed) as failed
      from journey_counts
      where shard = any(${shards}::smallint[]) and not journey_id = any(${[...vanishing]}::uuid[])
        ${scope.journeyId ? sql`and journey_id = ${scope.journeyId}` : sql``}
      group by journey_id
    ), sides as (
      select journey_id, outcome, counted, 0 as there
      from counted cross join lateral (values ('active', active), ('completed', completed), ('stopped', stopped),
        ('failed', failed)) as by_outcome (outcome, counted)
      union all
      select journey_id, ${outcomeOf(sql, "e")}, 0, count(*)
      from enrollments e where shard = any(${shards}::smallint[]) and ${inScope(audit, "e")}
      group by 1, 2
    )
    select sides.journey_id, outcome, sum(counted)::float8 as counted, sum(there)::float8 as there,
      exists (select from operations o where o.workspace_id = j.workspace_id and o.kind like 'erase%') as erased
    from sides join journeys j on j.id = sides.journey_id
    where true ${scope.workspaceId ? sql`and j.workspace_id = ${scope.workspaceId}` : sql``}
    group by sides.journey_id, outcome, j.workspace_id
    having sum(counted) <> sum(there)`;
  return rows.filter((row) => !row.erased || row.outcome === "active" || row.counted < row.there);
}
