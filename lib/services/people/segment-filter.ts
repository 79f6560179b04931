import { and, eq, or } from "drizzle-orm";
import { type Context, notFound, readReference } from "#services";
import { schema } from "#store";

/** The id of the segment by which a list is filtered, by id, key or number. */
export async function segmentFilter(ctx: Context, reference: string): Promise<string> {
  const { segments } = schema;
  const { id, number, key } = readReference(reference);
  const byKey = eq(segments.key, key);
  const named = id ? eq(segments.id, id) : number === null ? byKey : or(eq(segments.number, number), byKey);
  const [row] = await ctx.database.orm
    .select({ id: segments.id })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), named))
    .limit(1);
  if (!row) throw notFound("segment");
  return row.id;
}
