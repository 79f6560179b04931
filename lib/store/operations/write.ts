import { type Connection, timeOr, toSqlTimestamp } from "../sql/connection.ts";

/** Takes an operation for one worker alone, if its time has come; the lock goes with the transaction. */
export async function claimOperation(sql: Connection, id: string, now: string | null): Promise<boolean> {
  const rows = await sql`
    select from operations
    where id = ${id} and status in ('waiting', 'running')
      and (next_at is null or next_at <= ${timeOr(sql, now)})
    for update skip locked`;
  return rows.length > 0;
}

/** The next slice comes at this time, and not before. */
export async function delayOperation(sql: Connection, id: string, at: number): Promise<void> {
  await sql`update operations set next_at = ${toSqlTimestamp(at)}::timestamptz where id = ${id}`;
}

export async function finishOperation(
  sql: Connection,
  id: string,
  status: "done" | "failed",
  error: string | null,
): Promise<boolean> {
  const finished = await sql`
    update operations set status = ${status}, error = ${error}, finished_at = now()
    where id = ${id} and status in ('waiting', 'running')`;
  return finished.count > 0;
}

/** What came of it beside the work itself. */
export async function keepResult(sql: Connection, id: string, result: Record<string, unknown>): Promise<void> {
  await sql`update operations set result = ${JSON.stringify(result)}::text::jsonb where id = ${id}`;
}
