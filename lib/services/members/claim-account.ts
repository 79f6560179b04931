import { and, eq, ne } from "drizzle-orm";
import { newId } from "#db";
import type { Context, Transaction } from "#services";
import { hasPassword } from "#services/accounts";
import { schema } from "#store";

const { members, sessions, users, workspaces } = schema;

export type Account = {
  readonly id: string;
  /** Whether this workspace's links may sign in to the account: the workspace created it, and it has no password yet. */
  readonly own: boolean;
};

/**
 * The account of an address, created if there is none. An account without a password and without a workspace is
 * assigned to the inviting workspace, because nobody else could ever open it. Locks the account until the transaction
 * ends.
 */
export async function claimAccount(
  tx: Transaction,
  ctx: Context,
  email: string,
  name: string | undefined,
): Promise<Account> {
  const { workspaceId } = ctx;
  const fresh = { id: newId(), email, name: name ?? email.split("@")[0] ?? email, invitedFrom: workspaceId };
  const made = await tx
    .insert(users)
    .values({ ...fresh, emailVerified: false })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (made[0]) return { id: fresh.id, own: true };
  const [known] = await tx
    .select({ id: users.id, invitedFrom: users.invitedFrom })
    .from(users)
    .where(eq(users.email, email))
    .for("update");
  // Its address was changed between the two statements.
  if (!known) return claimAccount(tx, ctx, email, name);
  if ((await hasPassword(tx, known.id)) || (await isMemberElsewhere(tx, known.id, workspaceId)))
    return { id: known.id, own: false };
  if (known.invitedFrom !== workspaceId) {
    await tx.update(users).set({ invitedFrom: workspaceId, updatedAt: new Date() }).where(eq(users.id, known.id));
    await tx.delete(sessions).where(eq(sessions.userId, known.id));
  }
  return { id: known.id, own: true };
}

/** Whether an account has access to another workspace; every owner has access to the demo. */
export async function isMemberElsewhere(tx: Transaction, userId: string, workspaceId: string): Promise<boolean> {
  const [elsewhere] = await tx
    .select({ workspaceId: members.workspaceId })
    .from(members)
    .innerJoin(workspaces, and(eq(workspaces.id, members.workspaceId), eq(workspaces.isDemo, false)))
    .where(and(eq(members.userId, userId), eq(members.status, "active"), ne(members.workspaceId, workspaceId)))
    .limit(1);
  return elsewhere !== undefined;
}
