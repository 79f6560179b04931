import { and, eq, gt, sql } from "drizzle-orm";
import type { Orm } from "#db";
import { previewLinks } from "./table.ts";

export type PreviewLinkRow = typeof previewLinks.$inferSelect;
export type { PickedElement } from "./table.ts";

/** A link of a content item, also one that has expired. */
export async function readPreviewLink(
  orm: Orm,
  { id, workspaceId, contentId }: Pick<PreviewLinkRow, "id" | "workspaceId" | "contentId">,
): Promise<PreviewLinkRow | undefined> {
  const owned = and(eq(previewLinks.workspaceId, workspaceId), eq(previewLinks.contentId, contentId));
  const [row] = await orm
    .select()
    .from(previewLinks)
    .where(and(eq(previewLinks.id, id), owned));
  return row;
}

/** A link that a page of the site may still use. */
export async function readLivePreviewLink(
  orm: Orm,
  { id, workspaceId, siteId }: Pick<PreviewLinkRow, "id" | "workspaceId" | "siteId">,
): Promise<PreviewLinkRow | undefined> {
  const owned = and(eq(previewLinks.workspaceId, workspaceId), eq(previewLinks.siteId, siteId));
  const [row] = await orm
    .select()
    .from(previewLinks)
    .where(and(eq(previewLinks.id, id), owned, gt(previewLinks.expiresAt, sql`now()`)));
  return row;
}
