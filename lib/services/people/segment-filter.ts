import { type Context, notFound, readReference } from "#services";
import { readNamedSegment } from "#store/segments";

/** The id of the segment by which a list is filtered, by id, key or number. */
export async function segmentFilter(ctx: Context, reference: string): Promise<string> {
  const row = await readNamedSegment(ctx.database.orm, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("segment");
  return row.id;
}
