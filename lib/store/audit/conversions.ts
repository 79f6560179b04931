import { ALL_SHARDS } from "#db";
import { type AuditScope, inScope, NAMED } from "./scope.ts";

export type ConversionMismatch = {
  readonly journey_id: string;
  readonly counted: number;
  readonly there: number;
  readonly edge_name: string | null;
  readonly are_people?: boolean;
};

/**
 * Compares the counters of goals and of split paths with the stored rows. Erasing people keeps counters (R40).
 */
export async function findConversionMismatches(audit: AuditScope): Promise<ConversionMismatch[]> {
  return [...(await ofJourneys(audit)), ...(await ofPaths(audit))];
}

async function ofJourneys(audit: AuditScope): Promise<ConversionMismatch[]> {
  const { sql } = audit;
  const shards = [...ALL_SHARDS];
  return await sql<ConversionMismatch[]>`
    with sides as (
      select c.journey_id, c.version_id, c.goal_revision, sum(c.converted) as counted, 0 as there
      from goal_counts c
      where c.shard = any(${shards}::smallint[]) and ${counted(audit)}
      group by 1, 2, 3
      union all
      select x.journey_id, x.version_id, x.goal_revision, 0, count(*) from conversions x
      where x.shard = any(${shards}::smallint[]) and ${inScope(audit, "x")}
      group by 1, 2, 3
    )
    select sides.journey_id, null as edge_name, sum(counted)::float8 as counted, sum(there)::float8 as there
    from sides join journeys j on j.id = sides.journey_id
    where true ${ofWorkspace(audit)}
    group by sides.journey_id, sides.version_id, sides.goal_revision, j.workspace_id
    having sum(counted) < sum(there) or (sum(counted) > sum(there) and not ${asked(audit, "erase%")})
    limit ${NAMED}`;
}

/** People on split paths, and by goal those who reached it; '' is the count of people. */
async function ofPaths(audit: AuditScope): Promise<ConversionMismatch[]> {
  const { sql } = audit;
  const shards = [...ALL_SHARDS];
  return await sql<ConversionMismatch[]>`
    with sides as (
      select c.journey_id, c.arm, c.goal_revision, sum(c.people + c.converted) as counted, 0 as there
      from exposure_counts c
      where c.shard = any(${shards}::smallint[]) and ${counted(audit)}
      group by 1, 2, 3
      union all
      select x.journey_id, x.arm, key.goal_revision, 0, count(*)
      from exposures x cross join lateral unnest(array_append(x.reached, '')) as key (goal_revision)
      where x.shard = any(${shards}::smallint[]) and ${inScope(audit, "x")}
      group by 1, 2, 3
    )
    select sides.journey_id, (
        select edge ->> 'name' from versions v, jsonb_array_elements(v.document -> 'edges') as edge
        where v.journey_id = sides.journey_id and edge ->> 'id' = sides.arm
        order by v.number desc limit 1) as edge_name, sides.goal_revision = '' as are_people,
      sum(counted)::float8 as counted, sum(there)::float8 as there
    from sides join journeys j on j.id = sides.journey_id
    where true ${ofWorkspace(audit)}
    group by sides.journey_id, sides.arm, sides.goal_revision, j.workspace_id
    having sum(counted) < sum(there) or (sum(counted) > sum(there) and not ${asked(audit, "erase%")})
    limit ${NAMED}`;
}

function counted({ sql, scope, vanishing }: AuditScope) {
  return sql`not c.journey_id = any(${[...vanishing]}::uuid[])
    ${scope.journeyId ? sql`and c.journey_id = ${scope.journeyId}` : sql``}`;
}

const ofWorkspace = ({ sql, scope }: AuditScope) =>
  scope.workspaceId ? sql`and j.workspace_id = ${scope.workspaceId}` : sql``;

/** Whether such an operation was ever queued in the workspace. */
function asked({ sql }: AuditScope, kind: string) {
  return sql`exists (
    select from operations o where o.workspace_id = j.workspace_id and o.kind like ${kind})`;
}
