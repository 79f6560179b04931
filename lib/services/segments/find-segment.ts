import { and, eq, or, type SQL } from "drizzle-orm";
import { schema } from "#db";
import { type Context, notFound, readReference, type Transaction } from "#services";

const { segments } = schema;

export type SegmentRow = typeof segments.$inferSelect;

/** By id, key or number; throws `not_found`. */
export async function findSegment(ctx: Context, reference: string): Promise<SegmentRow> {
  const [row] = await ctx.database.orm.select().from(segments).where(owned(ctx, reference)).limit(1);
  if (!row) throw notFound("segment");
  return row;
}

export async function lockSegment(ctx: Context, tx: Transaction, reference: string): Promise<SegmentRow> {
  const [row] = await tx.select().from(segments).where(owned(ctx, reference)).limit(1).for("update");
  if (!row) throw notFound("segment");
  return row;
}

function owned(ctx: Context, reference: string): SQL | undefined {
  const { id, number, key } = readReference(reference);
  const byKey = eq(segments.key, key);
  const named = id ? eq(segments.id, id) : number === null ? byKey : or(eq(segments.number, number), byKey);
  return and(eq(segments.workspaceId, ctx.workspaceId), named);
}
