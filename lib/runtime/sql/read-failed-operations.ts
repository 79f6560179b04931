import { type Connection, toSqlTimestamp } from "./connection.ts";

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
