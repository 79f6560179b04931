import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { ContentDraftRow } from "./read.ts";
import { contentDrafts } from "./table.ts";

type NewDraft = Omit<ContentDraftRow, "edit" | "updatedAt">;

/** Writes the draft of an item whose row is locked; one that is there keeps the revision that it began with. */
export async function putContentDraft(tx: Transaction, draft: NewDraft): Promise<ContentDraftRow> {
  const { contentId, baseRevision, ...changed } = draft;
  const [row] = await tx
    .insert(contentDrafts)
    .values(draft)
    .onConflictDoUpdate({
      target: contentDrafts.contentId,
      set: { ...changed, edit: sql`${contentDrafts.edit} + 1`, updatedAt: sql`now()` },
    })
    .returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

export async function deleteContentDraft(tx: Transaction, contentId: string): Promise<void> {
  await tx.delete(contentDrafts).where(eq(contentDrafts.contentId, contentId));
}
