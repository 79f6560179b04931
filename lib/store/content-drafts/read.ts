import { eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { contentDrafts } from "./table.ts";

export type ContentDraftRow = typeof contentDrafts.$inferSelect;

export async function readContentDraft(orm: Orm, contentId: string): Promise<ContentDraftRow | undefined> {
  const [draft] = await orm.select().from(contentDrafts).where(eq(contentDrafts.contentId, contentId));
  return draft;
}

/** The draft of an item whose row is locked. */
export async function lockContentDraft(tx: Transaction, contentId: string): Promise<ContentDraftRow | undefined> {
  const [draft] = await tx.select().from(contentDrafts).where(eq(contentDrafts.contentId, contentId)).for("update");
  return draft;
}

/** When the draft was saved; null = there is none. */
export async function readDraftTime(orm: Orm, contentId: string): Promise<Date | null> {
  const { updatedAt } = contentDrafts;
  const [draft] = await orm.select({ updatedAt }).from(contentDrafts).where(eq(contentDrafts.contentId, contentId));
  return draft?.updatedAt ?? null;
}
