import { audit, type Context, changesOf, conflict, notFound, requireRole, type Transaction } from "#services";
import { deleteMember, lockMembers, setRole } from "#store/members";
import { findMember } from "./list-members.ts";
import type { Member, MemberPatch } from "./schema.ts";

/** Gives a member another role; the last owner cannot be changed. */
export async function changeMember(ctx: Context, userId: string, patch: MemberPatch): Promise<Member> {
  requireRole(ctx, "owner");
  await ctx.database.orm.transaction(async (tx) => {
    const before = await requireOtherOwner(ctx, tx, userId, patch.role === "owner");
    await setRole(tx, { workspaceId: ctx.workspaceId, userId }, patch.role);
    await audit(tx, ctx, "member.change", userId, { changes: changesOf({ role: before }, patch, ["role"]) });
  });
  return findMember(ctx, userId);
}

/** Removes a member; their account stays. The last owner cannot be removed. */
export async function removeMember(ctx: Context, userId: string): Promise<void> {
  requireRole(ctx, "owner");
  await ctx.database.orm.transaction(async (tx) => {
    const role = await requireOtherOwner(ctx, tx, userId, false);
    await deleteMember(tx, { workspaceId: ctx.workspaceId, userId });
    await audit(tx, ctx, "member.remove", userId, { role });
  });
}

/** The role of the member, unless the workspace would have no owner without them. */
async function requireOtherOwner(
  ctx: Context,
  tx: Transaction,
  userId: string,
  staysOwner: boolean,
): Promise<Member["role"]> {
  const rows = await lockMembers(tx, ctx.workspaceId);
  const member = rows.find((row) => row.userId === userId);
  if (!member) throw notFound("member");
  // Invited owners do not count, because they may never accept.
  const others = rows.filter((row) => row.role === "owner" && row.status === "active" && row.userId !== userId);
  if (member.role === "owner" && !staysOwner && others.length === 0) {
    throw conflict("A workspace needs an owner; make another member an owner first.");
  }
  return member.role;
}
