import { and, eq } from "drizzle-orm";
import { type Context, invalidField, readReference, type Transaction } from "#services";
import { schema } from "#store";

/** The id of a segment named by id, key or number; throws `invalid` when there is none. */
export async function findAudience(
  ctx: Context,
  tx: Transaction,
  reference: string | number | null,
): Promise<string | null> {
  if (reference === null) return null;
  const { segments } = schema;
  const { id, number, key } = readReference(String(reference));
  const named = id ? eq(segments.id, id) : number === null ? eq(segments.key, key) : eq(segments.number, number);
  const [segment] = await tx
    .select({ id: segments.id })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), named))
    .limit(1);
  if (!segment) throw invalidField(["audienceId"], `There is no segment ${JSON.stringify(reference)}`);
  return segment.id;
}

/** Refuses a site of another workspace, or none at all. */
export async function requireSite(ctx: Context, tx: Transaction, siteId: string): Promise<void> {
  const { sites } = schema;
  const [site] = await tx
    .select({ id: sites.id })
    .from(sites)
    .where(and(eq(sites.workspaceId, ctx.workspaceId), eq(sites.id, siteId)));
  if (!site) throw invalidField(["siteId"], `There is no site ${siteId}`);
}
