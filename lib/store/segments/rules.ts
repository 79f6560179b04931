import type { Connection } from "../sql/connection.ts";

/** The stored rules of a segment, and when its first build was finished; undefined: it was deleted. */
export async function readSegmentRules(
  sql: Connection,
  segmentId: string,
): Promise<{ readonly rules: unknown; readonly builtAt: string | null } | undefined> {
  const [segment] = await sql<{ rules: unknown; builtAt: string | null }[]>`
    select rules, built_at as "builtAt" from segments where id = ${segmentId}`;
  return segment;
}

/** Marks a segment as built: from now on people enter and leave it with events (R28). */
export async function markBuilt(sql: Connection, segmentId: string): Promise<void> {
  await sql`update segments set built_at = now() where id = ${segmentId}`;
}
