import { audit, type Context, iso, isoOrNull, notFound, requireRole } from "#services";
import type { ContentItem } from "#store/content";
import { readContentRevision, readEarlierRevisions } from "#store/content-revisions";
import type { Reader } from "./compile-parts.ts";
import { findContent, lockContent } from "./find-content.ts";
import { viewDraft } from "./find-draft.ts";
import { type Parts, partsOf } from "./parts.ts";
import { writeDraft } from "./save-draft.ts";
import type { ContentDraft, ContentVersion, ContentVersionDetail } from "./schema.ts";

const MOST = 200;

/** The published revision, then the earlier ones. */
export async function listContentVersions(ctx: Context, reference: string): Promise<ContentVersion[]> {
  const row = await findContent(ctx, reference);
  const earlier = await readEarlierRevisions(ctx.database.orm, row.id, MOST);
  const present = { publishedAt: iso(row.updatedAt), replacedAt: null, isPublished: true };
  return [
    { revision: row.revision, name: row.name, subject: row.subject, ...present },
    ...earlier.map(({ archivedAt: replaced, publishedAt: published, ...rest }) => {
      return { ...rest, isPublished: false, publishedAt: isoOrNull(published), replacedAt: iso(replaced) };
    }),
  ];
}

export async function getContentVersion(
  ctx: Context,
  reference: string,
  revision: number,
): Promise<ContentVersionDetail> {
  const row = await findContent(ctx, reference);
  return { ...(await partsAt(ctx.database.orm, row, revision)), revision };
}

/** Puts an earlier revision into the draft; people get it once that is published. */
export async function restoreContentVersion(ctx: Context, reference: string, revision: number): Promise<ContentDraft> {
  requireRole(ctx, "editor");
  return await ctx.database.orm.transaction(async (tx) => {
    const row = await lockContent(ctx, tx, reference);
    const parts = await partsAt(tx, row, revision);
    const draft = await writeDraft(ctx, tx, row, parts);
    await audit(tx, ctx, "content.restore", row.id, { revision });
    return viewDraft(draft);
  });
}

async function partsAt(tx: Reader, row: ContentItem, revision: number): Promise<Parts> {
  if (revision === row.revision) return partsOf(row);
  const kept = await readContentRevision(tx, row.id, revision);
  if (!kept) throw notFound("version");
  return partsOf(kept);
}
