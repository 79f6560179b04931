import type { Transaction } from "#db";
import { type ImageRow, owned } from "./read.ts";
import { images } from "./table.ts";

/** Stores a picture; undefined if the workspace has the same bytes already. */
export async function insertImage(tx: Transaction, image: typeof images.$inferInsert): Promise<ImageRow | undefined> {
  const [row] = await tx.insert(images).values(image).onConflictDoNothing().returning();
  return row;
}

export async function updateImageRow(
  tx: Transaction,
  workspaceId: string,
  id: string,
  change: Partial<Pick<ImageRow, "name" | "alt">>,
): Promise<ImageRow | undefined> {
  const [row] = await tx.update(images).set(change).where(owned(workspaceId, id)).returning();
  return row;
}

export async function deleteImageRow(tx: Transaction, workspaceId: string, id: string): Promise<ImageRow | undefined> {
  const [row] = await tx.delete(images).where(owned(workspaceId, id)).returning();
  return row;
}
