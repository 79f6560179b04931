import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { savedViews } from "./table.ts";

export type SavedViewRow = typeof savedViews.$inferSelect;
type Reader = Orm | Transaction;

/** The views of a page that a member may use: their own and everyone's, by name; without a user only everyone's. */
export async function readSavedViews(
  orm: Reader,
  workspaceId: string,
  userId: string | null,
  path: string | null,
): Promise<SavedViewRow[]> {
  return orm
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.workspaceId, workspaceId),
        path === null ? undefined : eq(savedViews.path, path),
        or(isNull(savedViews.userId), userId === null ? undefined : eq(savedViews.userId, userId)),
      ),
    )
    .orderBy(asc(savedViews.name), asc(savedViews.id));
}

export async function insertSavedView(tx: Transaction, row: typeof savedViews.$inferInsert): Promise<SavedViewRow> {
  const [view] = await tx.insert(savedViews).values(row).returning();
  if (!view) throw new Error("no view was stored");
  return view;
}

export async function deleteSavedView(tx: Transaction, workspaceId: string, id: string): Promise<void> {
  await tx.delete(savedViews).where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.id, id)));
}
