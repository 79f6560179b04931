import type { Connection } from "./connection.ts";

/** The survivor joins the lists that the merged person was on. */
export async function joinMemberships(
  sql: Connection,
  from: { readonly shard: number; readonly personId: string },
  to: { readonly shard: number; readonly personId: string },
): Promise<string[]> {
  const rows = await sql<{ segmentId: string }[]>`
    delete from segment_members where shard = ${from.shard} and person_id = ${from.personId}
    returning segment_id as "segmentId"`;
  if (rows.length === 0) return [];
  const known = await sql<{ segmentId: string }[]>`
    select segment_id as "segmentId" from segment_members where shard = ${to.shard} and person_id = ${to.personId}`;
  const had = new Set(known.map((row) => row.segmentId));
  return rows.map((row) => row.segmentId).filter((segment) => !had.has(segment));
}
