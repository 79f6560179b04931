import { newId } from "#db";
import { audit, type Context, invalidField, requireRole } from "#services";
import { findContent } from "#services/content";
import { insertPreviewLink } from "#store/preview-links";
import { findSiteOfOrigin } from "#store/sites";
import { linkToken } from "./link-token.ts";
import type { PreviewLink, PreviewLinkInput } from "./schema.ts";
import { viewLink } from "./view-link.ts";

/** An hour: long enough to find the place on a page, too short for the address to be of use to others later. */
const HOLDS_S = 3_600;

/** An address of a site's page with a token that shows the draft there, or lets its author pick an element. */
export async function createPreviewLink(
  ctx: Context,
  reference: string,
  { mode, url }: PreviewLinkInput,
): Promise<PreviewLink> {
  requireRole(ctx, "editor");
  const { workspaceId, actor } = ctx;
  const address = new URL(url);
  const item = await findContent(ctx, reference);
  const row = await ctx.database.orm.transaction(async (tx) => {
    const siteId = await findSiteOfOrigin(tx, workspaceId, address.origin);
    if (siteId === null)
      throw invalidField(["url"], `${address.origin} is no origin of a site; add it under Settings, Sites`);
    const createdBy = `${actor.kind}:${actor.id}`;
    const made = { id: newId(), workspaceId, siteId, contentId: item.id, mode, url, createdBy };
    const link = await insertPreviewLink(tx, made, HOLDS_S);
    await audit(tx, ctx, "content.preview_link", item.id, { mode, origin: address.origin });
    return link;
  });
  address.searchParams.set("sojourn_preview", await linkToken(ctx, row.id));
  return viewLink(row, address.href);
}
