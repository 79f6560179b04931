import type { Connection } from "./connection.ts";

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
