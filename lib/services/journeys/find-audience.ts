import { type Context, invalidField, readReference, type Transaction } from "#services";
import { readNamedSegment } from "#store/segments";
import { readSite } from "#store/sites";

/** The id of a segment named by id, key or number; throws `invalid` when there is none. */
export async function findAudience(
  ctx: Context,
  tx: Transaction,
  reference: string | number | null,
): Promise<string | null> {
  if (reference === null) return null;
  const segment = await readNamedSegment(tx, ctx.workspaceId, readReference(String(reference)));
  if (!segment) throw invalidField(["audienceId"], `There is no segment ${JSON.stringify(reference)}`);
  return segment.id;
}

/** Refuses a site of another workspace, or none at all. */
export async function requireSite(ctx: Context, tx: Transaction, siteId: string): Promise<void> {
  const site = await readSite(tx, ctx.workspaceId, siteId);
  if (!site) throw invalidField(["siteId"], `There is no site ${siteId}`);
}
