import { ALL_SHARDS } from "#db";
import { inScope, type Look, NAMED } from "./look.ts";
import type { Finding } from "./schema.ts";

type Row = { journey_id: string; counted: number; there: number; edge_name: string | null };

/**
 * Goals reached, as the counters of journeys and of split paths have them, against the conversions stored. Erasing people
 * keeps counters (R40); a recount stores goals of running trips that reach them again, or a split, later.
 */
export async function checkConversions(look: Look): Promise<Finding[]> {
  return [...(await ofJourneys(look)), ...(await ofPaths(look))].map((row) => ({
    code: "conversions_mismatch",
    journeyId: row.journey_id,
    enrollmentId: null,
    text: `The counters see ${row.counted} conversions${row.edge_name === null ? "" : ` on the path “${row.edge_name}”`}, but ${row.there} are stored.`,
  }));
}

async function ofJourneys(look: Look): Promise<Row[]> {
  const { sql } = look;
  const shards = [...ALL_SHARDS];
  return await sql<Row[]>`
    with sides as (
      select c.journey_id, c.version_id, sum(c.converted) as counted, 0 as there
      from journey_counts c
      where c.shard = any(${shards}::smallint[]) and ${counted(look)}
      group by 1, 2
      union all
      select x.journey_id, x.version_id, 0, count(*) from conversions x
      where x.shard = any(${shards}::smallint[]) and ${inScope(look, "x")}
      group by 1, 2
    )
    select sides.journey_id, null as edge_name, sum(counted)::float8 as counted, sum(there)::float8 as there
    from sides join journeys j on j.id = sides.journey_id
    where true ${ofWorkspace(look)}
    group by sides.journey_id, sides.version_id, j.workspace_id
    having sum(counted) < sum(there) or (sum(counted) > sum(there) and not ${asked(look, "erase%")})
    limit ${NAMED}`;
}

async function ofPaths(look: Look): Promise<Row[]> {
  const { sql } = look;
  const shards = [...ALL_SHARDS];
  return await sql<Row[]>`
    with sides as (
      select c.journey_id, c.element_id as edge_id, v.goal_revision, sum(c.converted) as counted, 0 as there
      from node_counts c join versions v on v.id = c.version_id
      where c.shard = any(${shards}::smallint[]) and c.converted <> 0 and ${counted(look)}
      group by 1, 2, 3
      union all
      select s.journey_id, s.edge_id, x.goal_revision, 0, count(*)
      from split_choices s join conversions x on x.shard = s.shard and x.enrollment_id = s.enrollment_id
      where s.shard = any(${shards}::smallint[]) and ${inScope(look, "s")}
      group by 1, 2, 3
    )
    select sides.journey_id, (
        select edge ->> 'name' from versions v, jsonb_array_elements(v.document -> 'edges') as edge
        where v.journey_id = sides.journey_id and edge ->> 'id' = sides.edge_id::text
        order by v.number desc limit 1) as edge_name,
      sum(counted)::float8 as counted, sum(there)::float8 as there
    from sides join journeys j on j.id = sides.journey_id
    where true ${ofWorkspace(look)}
    group by sides.journey_id, sides.edge_id, sides.goal_revision, j.workspace_id
    having (sum(counted) < sum(there) and not ${asked(look, "recount", true)})
      or (sum(counted) > sum(there) and not ${asked(look, "erase%")})
    limit ${NAMED}`;
}

function counted({ sql, scope, vanishing }: Look) {
  return sql`not c.journey_id = any(${[...vanishing]}::uuid[])
    ${scope.journeyId ? sql`and c.journey_id = ${scope.journeyId}` : sql``}`;
}

const ofWorkspace = ({ sql, scope }: Look) =>
  scope.workspaceId ? sql`and j.workspace_id = ${scope.workspaceId}` : sql``;

/** Whether such an operation was ever asked for, in the workspace or of this very journey. */
function asked({ sql }: Look, kind: string, ofJourney = false) {
  return sql`exists (
    select from operations o where o.workspace_id = j.workspace_id and o.kind like ${kind}
      ${ofJourney ? sql`and o.journey_id = sides.journey_id` : sql``})`;
}
