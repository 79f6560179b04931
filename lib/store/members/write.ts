import { and, eq, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { members } from "./table.ts";

type NewMember = typeof members.$inferInsert;
type Key = { readonly workspaceId: string; readonly userId: string };

/** Whether they were added: those who belong to the workspace already, or were invited, stay as they are. */
export async function insertMembers(tx: Transaction, rows: readonly NewMember[]): Promise<boolean> {
  if (rows.length === 0) return false;
  const added = await tx
    .insert(members)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ role: members.role });
  return added.length > 0;
}

export async function setRole(tx: Transaction, key: Key, role: NewMember["role"]): Promise<void> {
  await tx.update(members).set({ role }).where(one(key));
}

export async function deleteMember(tx: Transaction, key: Key): Promise<void> {
  await tx.delete(members).where(one(key));
}

const one = ({ workspaceId, userId }: Key) => and(eq(members.workspaceId, workspaceId), eq(members.userId, userId));

/** Adds to what a member has dismissed in a workspace; once, however often it is asked. */
export async function addDismissed(orm: Orm, userId: string, workspaceId: string, name: string): Promise<void> {
  await orm
    .update(members)
    .set({ dismissed: sql`array_append(array_remove(${members.dismissed}, ${name}), ${name})` })
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)));
}
