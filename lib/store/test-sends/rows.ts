import { and, desc, eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { testSends } from "./table.ts";

export type TestSendRow = typeof testSends.$inferSelect;

/** Queues mails that are sent from `dueAt` on. */
export async function insertTestSends(
  tx: Transaction,
  rows: readonly (typeof testSends.$inferInsert)[],
): Promise<TestSendRow[]> {
  return tx
    .insert(testSends)
    .values([...rows])
    .returning();
}

/** The newest tests of an item. */
export async function readTestSends(
  orm: Orm,
  workspaceId: string,
  contentId: string,
  most: number,
): Promise<TestSendRow[]> {
  return orm
    .select()
    .from(testSends)
    .where(and(eq(testSends.workspaceId, workspaceId), eq(testSends.contentId, contentId)))
    .orderBy(desc(testSends.createdAt), desc(testSends.id))
    .limit(most);
}
