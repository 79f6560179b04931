import { eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import { contentDrafts } from "../content-drafts/table.ts";
import type { ContentItem } from "./rows.ts";
import { content } from "./table.ts";

export async function insertItem(tx: Transaction, item: typeof content.$inferInsert): Promise<ContentItem> {
  const [row] = await tx.insert(content).values(item).returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

/** Locks an item by id, archived or not. */
export async function lockItemById(tx: Transaction, id: string): Promise<ContentItem | undefined> {
  const [row] = await tx.select().from(content).where(eq(content.id, id)).for("update");
  return row;
}

/** Changes an item that the caller has locked. */
export async function updateItemRow(
  tx: Transaction,
  id: string,
  fields: { readonly [Column in keyof ContentItem]?: ContentItem[Column] | SQL },
): Promise<ContentItem> {
  const [row] = await tx
    .update(content)
    .set({ ...fields, updatedAt: sql`now()` })
    .where(eq(content.id, id))
    .returning();
  if (!row) throw new Error("the locked content item is gone");
  return row;
}

/** Archives an item with its draft; its slug becomes free. The time of its last change stays. */
export async function archiveItem(tx: Transaction, { id, slug }: Pick<ContentItem, "id" | "slug">): Promise<void> {
  await tx
    .update(content)
    .set({ archivedAt: sql`now()`, slug: `${slug}~${id}` })
    .where(eq(content.id, id));
  await tx.delete(contentDrafts).where(eq(contentDrafts.contentId, id));
}
