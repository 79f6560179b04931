import { and, eq, gt } from "drizzle-orm";
import type { Transaction } from "#db";
import { users } from "../users/table.ts";
import { lockUser } from "../users/write.ts";
import { workspaces } from "../workspaces/table.ts";
import { members } from "./table.ts";

/** A member's link by the hash of its token: who it is for, and the workspace it leads to. */
export type MemberLink = Pick<typeof members.$inferSelect, "userId" | "workspaceId" | "role" | "status"> & {
  readonly workspace: string;
  readonly email: string;
  readonly invitedFrom: string | null;
};

/** Locks the account and then reads the link: invitations and first passwords lock it as well. */
export async function lockMemberLink(tx: Transaction, linkHash: string): Promise<MemberLink | null> {
  const [link] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.linkHash, linkHash), gt(members.linkExpiresAt, new Date())));
  if (!link) return null;
  await lockUser(tx, link.userId);
  const [found] = await tx
    .select({
      userId: users.id,
      workspaceId: members.workspaceId,
      workspace: workspaces.name,
      role: members.role,
      status: members.status,
      email: users.email,
      invitedFrom: users.invitedFrom,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.linkHash, linkHash));
  return found ?? null;
}

/** Makes the member of a link active and takes the link away; false if somebody else used it meanwhile. */
export async function spendMemberLink(tx: Transaction, linkHash: string): Promise<boolean> {
  const spent = await tx
    .update(members)
    .set({ status: "active", linkHash: null, linkExpiresAt: null })
    .where(eq(members.linkHash, linkHash))
    .returning({ userId: members.userId });
  return spent.length > 0;
}
