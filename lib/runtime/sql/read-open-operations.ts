import type { Operation } from "../operations/operation.ts";
import { type Connection, timeOr } from "./connection.ts";

/**
 * The oldest open operation of each journey (those of one journey run in order), and all that concern none (R15); one
 * that waits for its next portion keeps those behind it waiting too.
 */
export async function readOpenOperations(sql: Connection, now: string | null): Promise<Operation[]> {
  return await sql<Operation[]>`
    select id, workspace_id as "workspaceId", journey_id as "journeyId", kind, input
    from (
      select distinct on (coalesce(journey_id, id)) * from operations
      where status in ('waiting', 'running')
      order by coalesce(journey_id, id), created_at, id
    ) oldest
    where next_at is null or next_at <= ${timeOr(sql, now)}
    order by created_at, id`;
}
