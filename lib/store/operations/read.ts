import { type Connection, timeOr, toSqlTimestamp } from "../sql/connection.ts";
import type { Operation } from "./slice.ts";

/**
 * The oldest open operation of each journey, because those of one journey run in order, and all operations without a
 * journey (R15). An operation that waits for its next portion also keeps the later ones of its journey waiting.
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

export type FailedOperation = {
  readonly id: string;
  readonly workspaceId: string;
  readonly journeyId: string | null;
  readonly kind: string;
  readonly error: string | null;
  readonly at: number;
};

export async function readFailedOperations(sql: Connection, since: number): Promise<FailedOperation[]> {
  return await sql<FailedOperation[]>`
    select id, workspace_id as "workspaceId", journey_id as "journeyId", kind, error,
      floor(extract(epoch from finished_at) * 1000)::float8 as at
    from operations where status = 'failed' and finished_at > ${toSqlTimestamp(since)}::timestamptz`;
}

/**
 * Whether an operation should continue. A cancellation takes effect at the next slice, under the shards' locks (R15).
 */
export async function isOpen(sql: Connection, operationId: string): Promise<boolean> {
  const rows = await sql`select from operations where id = ${operationId} and status in ('waiting', 'running')`;
  return rows.length > 0;
}
