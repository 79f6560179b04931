import { type Connection, timeOr, toSqlTimestamp } from "../sql/connection.ts";

/** Locks an operation for one worker if it is due; the lock ends with the transaction. */
export async function claimOperation(sql: Connection, id: string, now: string | null): Promise<boolean> {
  const rows = await sql`
    select from operations
    where id = ${id} and status in ('waiting', 'running')
      and (next_at is null or next_at <= ${timeOr(sql, now)})
    for update skip locked`;
  return rows.length > 0;
}

/** Delays the next slice until this time. */
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

/** Stores additional results of an operation. */
export async function keepResult(sql: Connection, id: string, result: Record<string, unknown>): Promise<void> {
  await sql`update operations set result = ${JSON.stringify(result)}::text::jsonb where id = ${id}`;
}

/** Holds the row of an operation until the transaction ends, for slices that must not run beside each other. */
export async function lockOperation(sql: Connection, id: string): Promise<void> {
  await sql`select from operations where id = ${id} for update`;
}

/** Adds to the receipt of an erasure, by table: rows deleted, or cleared of the person. */
export async function addToReceipt(sql: Connection, id: string, rows: Readonly<Record<string, number>>): Promise<void> {
  await sql`
    update operations set result = jsonb_build_object('erased', (
      select jsonb_object_agg(key, rows) from (
        select key, sum(value::bigint) as rows from (
          select * from jsonb_each_text(coalesce(result -> 'erased', '{}'))
          union all
          select * from jsonb_each_text(${JSON.stringify(rows)}::text::jsonb)
        ) as noted group by key) as summed))
    where id = ${id}`;
}
