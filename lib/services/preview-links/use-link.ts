import { isInPageType } from "#inpage";
import { type Context, forbidden } from "#services";
import { findContent, getDraft, previewDocument } from "#services/content";
import { noteLinkOpened, noteLinkPicked, type PreviewLinkRow, readLivePreviewLink } from "#store/preview-links";
import { readLinkToken } from "./link-token.ts";
import type { PageLink, PageLinkQuery, PickInput } from "./schema.ts";

/** What a page that was opened by a link is to do; its draft as it is saved now, for the sample person. */
export async function openLink(
  ctx: Context,
  siteId: string | null,
  { token, languages = "" }: PageLinkQuery,
): Promise<PageLink> {
  const link = await liveLink(ctx, siteId, token);
  await noteLinkOpened(ctx.database.orm, link.id);
  const item = await findContent(ctx, link.contentId);
  const draft = await getDraft(ctx, link.contentId);
  const { name, body } = draft ?? item;
  const about = { mode: link.mode, name, type: item.type };
  if (link.mode === "pick" || !isInPageType(item.type)) return { ...about, document: null };
  // The token stands for the editor who made the link.
  const asEditor: Context = { ...ctx, actor: { ...ctx.actor, role: "editor" } };
  const asked = languages.split(",").flatMap((tag) => tag.trim() || []);
  const { document } = await previewDocument(asEditor, { type: item.type, body, languages: asked.slice(0, 20) });
  return { ...about, document };
}

/** Keeps the element that was picked, for the editor that waits for it. */
export async function pickByLink(ctx: Context, siteId: string | null, { token, picked }: PickInput): Promise<boolean> {
  const link = await liveLink(ctx, siteId, token);
  if (link.mode !== "pick") return false;
  await noteLinkPicked(ctx.database.orm, link.id, picked);
  return true;
}

/** Refuses a token that nobody here signed, that is of another site or workspace, or that has expired. */
async function liveLink(ctx: Context, siteId: string | null, token: string): Promise<PreviewLinkRow> {
  const id = await readLinkToken(ctx, token);
  const { workspaceId, database } = ctx;
  const row = id && siteId ? await readLivePreviewLink(database.orm, { id, workspaceId, siteId }) : undefined;
  if (!row) throw forbidden("This preview link does not hold any more, or is of another site. Make another one.");
  return row;
}
