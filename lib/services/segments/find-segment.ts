import { type Context, notFound, readReference, type Transaction } from "#services";
import { readNamedSegment, type SegmentRow } from "#store/segments";

/** By id, key or number; throws `not_found`. */
export async function findSegment(ctx: Context, reference: string): Promise<SegmentRow> {
  const row = await readNamedSegment(ctx.database.orm, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("segment");
  return row;
}

export async function lockSegment(ctx: Context, tx: Transaction, reference: string): Promise<SegmentRow> {
  const row = await readNamedSegment(tx, ctx.workspaceId, readReference(reference), true);
  if (!row) throw notFound("segment");
  return row;
}
