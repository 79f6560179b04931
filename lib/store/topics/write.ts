import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import { content } from "../content/table.ts";
import type { TopicRow } from "./read.ts";
import { topics } from "./table.ts";

export type TopicValues = Omit<typeof topics.$inferInsert, "id" | "workspaceId" | "createdAt" | "updatedAt">;

export async function insertTopic(
  tx: Transaction,
  values: TopicValues & { readonly id: string; readonly workspaceId: string },
): Promise<TopicRow> {
  const [row] = await tx.insert(topics).values(values).returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

/** Undefined: the workspace has no such topic. */
export async function changeTopic(
  tx: Transaction,
  workspaceId: string,
  id: string,
  values: Partial<TopicValues>,
): Promise<TopicRow | undefined> {
  const [row] = await tx
    .update(topics)
    .set({ ...values, updatedAt: sql`now()` })
    .where(and(eq(topics.workspaceId, workspaceId), eq(topics.id, id)))
    .returning();
  return row;
}

/** Content that is sent to the subscribers of a topic. */
export async function contentOfTopic(tx: Transaction, id: string): Promise<{ id: string; name: string }[]> {
  return await tx
    .select({ id: content.id, name: content.name })
    .from(content)
    .where(and(eq(content.topicId, id), sql`${content.archivedAt} is null`));
}
