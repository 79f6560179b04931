import { type Context, iso, isoOrNull, notFound, readReference, type Transaction } from "#services";
import { type ContentItem, findItem, lockItem } from "#store/content";
import { readDraftTime } from "#store/content-drafts";
import type { Content } from "./schema.ts";

/** By id, slug or number; throws `not_found`. */
export async function findContent(
  ctx: Context,
  reference: string,
  reader: Transaction | Context["database"]["orm"] = ctx.database.orm,
): Promise<ContentItem> {
  const row = await findItem(reader, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("content item");
  return row;
}

export async function lockContent(ctx: Context, tx: Transaction, reference: string): Promise<ContentItem> {
  const row = await lockItem(tx, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("content item");
  return row;
}

/** With the time of the draft beside it. */
export async function withDraft(ctx: Context, row: ContentItem): Promise<Content> {
  return viewContent(row, await readDraftTime(ctx.database.orm, row.id));
}

export function viewContent(row: ContentItem, draftAt: Date | null): Content {
  const { workspaceId, archivedAt, compiled, ...rest } = row;
  return {
    ...rest,
    key: row.slug,
    type: row.type as Content["type"],
    draftAt: isoOrNull(draftAt),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}
