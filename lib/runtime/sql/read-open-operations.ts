import type { Operation } from "../operations/operation.ts";
import type { Connection } from "./connection.ts";

/** The oldest open operation of each journey (those of one journey run in order), and all that concern none (R15). */
export async function readOpenOperations(sql: Connection): Promise<Operation[]> {
  return await sql<Operation[]>`
    select distinct on (coalesce(journey_id, id)) id, workspace_id as "workspaceId", journey_id as "journeyId", kind, input
    from operations
    where status in ('waiting', 'running')
    order by coalesce(journey_id, id), created_at, id`;
}
