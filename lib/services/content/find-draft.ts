import { eq } from "drizzle-orm";
import { type Context, iso, type Transaction } from "#services";
import { schema } from "#store";
import { findContent } from "./find-content.ts";
import { partsOf } from "./parts.ts";
import type { ContentDraft } from "./schema.ts";

const { contentDrafts } = schema;

export type DraftRow = typeof contentDrafts.$inferSelect;

/** The draft beside an item; null: there is none, so its parts are those that people get. */
export async function getDraft(ctx: Context, reference: string): Promise<ContentDraft | null> {
  const { id } = await findContent(ctx, reference);
  const [draft] = await ctx.database.orm.select().from(contentDrafts).where(eq(contentDrafts.contentId, id));
  return draft ? viewDraft(draft) : null;
}

/** Of an item whose row is locked. */
export async function lockDraft(tx: Transaction, contentId: string): Promise<DraftRow | undefined> {
  const [draft] = await tx.select().from(contentDrafts).where(eq(contentDrafts.contentId, contentId)).for("update");
  return draft;
}

export function viewDraft(row: DraftRow): ContentDraft {
  const { edit, baseRevision, updatedBy, updatedAt } = row;
  return { ...partsOf(row), edit, baseRevision, updatedBy, updatedAt: iso(updatedAt) };
}
