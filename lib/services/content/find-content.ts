import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { type Context, iso, isoOrNull, notFound, readReference, type Transaction } from "#services";
import { schema } from "#store";
import type { Content } from "./schema.ts";

const { content } = schema;

export type ContentRow = typeof content.$inferSelect;

/** By id, slug or number; throws `not_found`. */
export async function findContent(
  ctx: Context,
  reference: string,
  reader: Transaction | Context["database"]["orm"] = ctx.database.orm,
): Promise<ContentRow> {
  const [row] = await reader.select().from(content).where(owned(ctx, reference)).limit(1);
  if (!row) throw notFound("content item");
  return row;
}

export async function lockContent(ctx: Context, tx: Transaction, reference: string): Promise<ContentRow> {
  const [row] = await tx.select().from(content).where(owned(ctx, reference)).limit(1).for("update");
  if (!row) throw notFound("content item");
  return row;
}

/** With the time of the draft beside it. */
export async function withDraft(ctx: Context, row: ContentRow): Promise<Content> {
  const { contentDrafts } = schema;
  const [draft] = await ctx.database.orm
    .select({ at: contentDrafts.updatedAt })
    .from(contentDrafts)
    .where(eq(contentDrafts.contentId, row.id));
  return viewContent(row, draft?.at ?? null);
}

export function viewContent(row: ContentRow, draftAt: Date | null): Content {
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

function owned(ctx: Context, reference: string): SQL | undefined {
  const { id, number, key } = readReference(reference);
  const bySlug = eq(content.slug, key);
  const named = id ? eq(content.id, id) : number === null ? bySlug : or(eq(content.number, number), bySlug);
  return and(eq(content.workspaceId, ctx.workspaceId), isNull(content.archivedAt), named);
}
