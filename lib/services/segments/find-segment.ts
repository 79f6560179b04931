import { and, arrayContains, eq, or, type SQL } from "drizzle-orm";
import { type Context, notFound, readReference, type Transaction } from "#services";
import { schema } from "#store";

const { segments } = schema;

export type SegmentRow = typeof segments.$inferSelect;

/** By id, key or number; throws `not_found`. */
export async function findSegment(ctx: Context, reference: string): Promise<SegmentRow> {
  const rows = await ctx.database.orm.select().from(segments).where(owned(ctx, reference));
  const row = meant(rows, reference);
  if (!row) throw notFound("segment");
  return row;
}

export async function lockSegment(ctx: Context, tx: Transaction, reference: string): Promise<SegmentRow> {
  const rows = await tx.select().from(segments).where(owned(ctx, reference)).for("update");
  const row = meant(rows, reference);
  if (!row) throw notFound("segment");
  return row;
}

/** A current key takes precedence over a number, and a number over a former key. */
function meant(rows: readonly SegmentRow[], reference: string): SegmentRow | undefined {
  return (
    rows.find((row) => row.key === reference || row.id === reference.toLowerCase()) ??
    rows.find((row) => String(row.number) === reference) ??
    rows[0]
  );
}

function owned(ctx: Context, reference: string): SQL | undefined {
  const { id, number, key } = readReference(reference);
  const byKey = or(eq(segments.key, key), arrayContains(segments.formerKeys, [key]));
  const named = id ? eq(segments.id, id) : number === null ? byKey : or(eq(segments.number, number), byKey);
  return and(eq(segments.workspaceId, ctx.workspaceId), named);
}
