import { and, asc, eq, or } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { journeyComments } from "./table.ts";

export type CommentRow = typeof journeyComments.$inferSelect;
export type NewComment = typeof journeyComments.$inferInsert;
type Reader = Orm | Transaction;

/** The comments of a journey with their answers, the oldest first. */
export async function readComments(orm: Reader, journeyId: string, most: number): Promise<CommentRow[]> {
  return orm
    .select()
    .from(journeyComments)
    .where(eq(journeyComments.journeyId, journeyId))
    .orderBy(asc(journeyComments.createdAt), asc(journeyComments.id))
    .limit(most);
}

export async function countComments(orm: Reader, journeyId: string): Promise<number> {
  return orm.$count(journeyComments, eq(journeyComments.journeyId, journeyId));
}

/** One comment, locked until the transaction ends. */
export async function lockComment(tx: Transaction, journeyId: string, id: string): Promise<CommentRow | undefined> {
  const [row] = await tx
    .select()
    .from(journeyComments)
    .where(and(eq(journeyComments.journeyId, journeyId), eq(journeyComments.id, id)))
    .for("update");
  return row;
}

export async function insertComment(tx: Transaction, row: NewComment): Promise<CommentRow> {
  const [comment] = await tx.insert(journeyComments).values(row).returning();
  if (!comment) throw new Error("no comment was stored");
  return comment;
}

export type CommentChange = Partial<Pick<CommentRow, "text" | "mentions" | "editedAt" | "resolvedAt" | "resolvedBy">>;

export async function updateComment(tx: Transaction, id: string, change: CommentChange): Promise<CommentRow> {
  const [comment] = await tx.update(journeyComments).set(change).where(eq(journeyComments.id, id)).returning();
  if (!comment) throw new Error("no comment was changed");
  return comment;
}

/** Deletes a comment with its answers. */
export async function deleteComment(tx: Transaction, id: string): Promise<void> {
  await tx.delete(journeyComments).where(or(eq(journeyComments.id, id), eq(journeyComments.parentId, id)));
}
