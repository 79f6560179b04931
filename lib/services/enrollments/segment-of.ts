import { ALL_SHARDS } from "#db";
import { type Context, invalidField } from "#services";
import { findSegment } from "#services/segments";

/** The id of the segment that an input names. */
export async function segmentOf(ctx: Context, reference: string): Promise<string> {
  try {
    return (await findSegment(ctx, reference)).id;
  } catch {
    throw invalidField(["segmentId"], `There is no segment ${JSON.stringify(reference)}`);
  }
}

/** Everybody in a segment as it is now; null when there are more than `limit`. */
export async function membersUpTo(ctx: Context, segmentId: string, limit: number): Promise<string[] | null> {
  const rows = await ctx.database.sql<{ person_id: string }[]>`
    select person_id from segment_members
    where shard = any(${ALL_SHARDS}::smallint[]) and segment_id = ${segmentId}
    limit ${limit + 1}`;
  return rows.length > limit ? null : rows.map((row) => row.person_id);
}
