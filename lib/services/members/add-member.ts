import { audit, type Context, conflict, requireRole } from "#services";
import { welcomeAddress } from "#services/accounts";
import { insertMembers } from "#store/members";
import { claimAccount } from "./claim-account.ts";
import { findMember } from "./list-members.ts";
import { newMemberLink } from "./member-link.ts";
import type { InvitedMember, NewMember } from "./schema.ts";

/**
 * Adds a member. A new account is a member immediately and gets a sign-in link for this workspace only; an existing
 * account is invited: its owner signs in and accepts with the link of the invitation.
 */
export async function addMember(ctx: Context, input: NewMember): Promise<InvitedMember> {
  requireRole(ctx, "owner");
  const email = input.email.toLowerCase();
  const { userId, own, token } = await ctx.database.orm.transaction(async (tx) => {
    const account = await claimAccount(tx, ctx, email, input.name);
    const { token, ...link } = newMemberLink(account.own);
    const status = account.own ? "active" : "invited";
    const member = { workspaceId: ctx.workspaceId, userId: account.id, role: input.role, status, ...link } as const;
    if (!(await insertMembers(tx, [member])))
      throw conflict(`${email} is a member already, or invited; remove them to invite them again.`);
    await audit(tx, ctx, account.own ? "member.add" : "member.invite", account.id, { role: input.role });
    return { userId: account.id, own: account.own, token };
  });
  const member = await findMember(ctx, userId);
  const address = welcomeAddress(token);
  return { ...member, signInLink: own ? address : null, invitationLink: own ? null : address };
}
