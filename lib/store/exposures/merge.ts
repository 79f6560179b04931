import type { Connection, Owner } from "../sql/connection.ts";

export type Exposure = {
  readonly shard: number;
  readonly journeyId: string;
  readonly nodeId: string;
  readonly arm: string;
  readonly at: string;
  readonly reached: string[];
};

/** Deletes and returns a person's exposures, so that they can be moved to the survivor of a merge. */
export function takeExposures(sql: Connection, { shard, personId }: Owner): Promise<Exposure[]> {
  return sql<Exposure[]>`
    delete from exposures where shard = ${shard} and person_id = ${personId}
    returning shard, journey_id as "journeyId", node_id as "nodeId", arm, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, reached`;
}

/** The exposures of a person. */
export function readExposures(sql: Connection, { shard, personId }: Owner): Promise<Exposure[]> {
  return sql<Exposure[]>`
    select shard, journey_id as "journeyId", node_id as "nodeId", arm, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, reached
    from exposures where shard = ${shard} and person_id = ${personId}`;
}

/** Stores the merged exposure in place of the survivor's own. */
export async function putExposure(sql: Connection, to: Owner, row: Exposure): Promise<void> {
  await sql`
    insert into exposures (shard, journey_id, person_id, node_id, arm, workspace_id, at, reached)
    values (${to.shard}, ${row.journeyId}, ${to.personId}, ${row.nodeId}, ${row.arm}, ${to.workspaceId},
      ${row.at}::text::timestamptz, ${row.reached}::text[])
    on conflict (shard, journey_id, person_id, node_id) do update
      set arm = excluded.arm, at = excluded.at, reached = excluded.reached`;
}
