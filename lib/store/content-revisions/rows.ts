import { and, desc, eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { contentRevisions } from "./table.ts";

type RevisionRow = typeof contentRevisions.$inferSelect;

/** The newest earlier revisions of an item. */
export async function readEarlierRevisions(orm: Orm, contentId: string, most: number) {
  const { revision, name, subject, publishedAt, archivedAt } = contentRevisions;
  return orm
    .select({ revision, name, subject, publishedAt, archivedAt })
    .from(contentRevisions)
    .where(eq(contentRevisions.contentId, contentId))
    .orderBy(desc(revision))
    .limit(most);
}

export async function readContentRevision(
  orm: Orm | Transaction,
  contentId: string,
  revision: number,
): Promise<RevisionRow | undefined> {
  const [row] = await orm
    .select()
    .from(contentRevisions)
    .where(and(eq(contentRevisions.contentId, contentId), eq(contentRevisions.revision, revision)));
  return row;
}

/** Keeps a revision that was replaced just now. */
export async function insertContentRevision(tx: Transaction, row: Omit<RevisionRow, "archivedAt">): Promise<void> {
  await tx.insert(contentRevisions).values(row);
}
