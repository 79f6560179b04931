import { type Context, notFound, requireRole } from "#services";
import { findContent } from "#services/content";
import { readPreviewLink } from "#store/preview-links";
import type { PreviewLink } from "./schema.ts";
import { viewLink } from "./view-link.ts";

/** What happened with a link so far, and the element that was picked; without the address, which only its maker gets. */
export async function getPreviewLink(ctx: Context, reference: string, id: string): Promise<PreviewLink> {
  requireRole(ctx, "editor");
  const { id: contentId } = await findContent(ctx, reference);
  const row = await readPreviewLink(ctx.database.orm, { id, contentId, workspaceId: ctx.workspaceId });
  if (!row) throw notFound("preview link");
  return viewLink(row, null);
}
