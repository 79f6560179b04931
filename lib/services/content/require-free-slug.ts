import { type Context, invalidField, type Transaction } from "#services";
import { isSlugTaken } from "#store/content";

/** Refuses a slug that another item of the workspace has. */
export async function requireFreeSlug(
  ctx: Context,
  tx: Transaction,
  slug: string,
  ownId: string | null,
): Promise<void> {
  if (await isSlugTaken(tx, ctx.workspaceId, slug, ownId)) throw invalidField(["slug"], `The slug ${slug} is taken`);
}
