import type { Connection } from "../sql/connection.ts";

/**
 * Splits that need no check now, as `journey node basis`: those checked since `since`, and those with a promoted
 * winner.
 */
export async function readSettledSplits(sql: Connection, since: string): Promise<Set<string>> {
  const rows = await sql<{ key: string }[]>`
    select journey_id || ' ' || node_id || ' ' || basis as key from split_allocations
    where source = 'promoted' or checked_at > ${since}::timestamptz`;
  return new Set(rows.map((row) => row.key));
}
