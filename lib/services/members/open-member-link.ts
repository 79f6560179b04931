import { and, eq, gt } from "drizzle-orm";
import { getDatabase } from "#db";
import { audit, conflict, openContext, type Role, type Transaction } from "#services";
import { hasPassword, startSession } from "#services/accounts";
import { schema } from "#store";
import { isMemberElsewhere } from "./claim-account.ts";
import { hashLink } from "./member-link.ts";

const { members, users, workspaces } = schema;

/** What a member's link came to: the workspace that was joined, and for a new account the cookies of a session. */
export type OpenedLink = { readonly workspaceId: string; readonly cookies: readonly string[] };

type Found = {
  readonly userId: string;
  readonly workspaceId: string;
  readonly workspace: string;
  readonly role: Role;
  readonly status: "active" | "invited";
  readonly email: string;
  readonly invitedFrom: string | null;
};

/**
 * Spends a member's link: signs in to the account that its invitation made, or accepts the invitation for the account that is
 * signed in. `null` = there is no such link any more; throws `conflict` while somebody else, or nobody, is signed in.
 */
export async function openMemberLink(
  token: string,
  signedIn: string | null,
  headers: Headers,
): Promise<OpenedLink | null> {
  const linkHash = hashLink(token);
  const { orm } = getDatabase();
  // The session comes first: a link that was spent for one that could not be made would leave its member outside.
  const opens = await orm.transaction(async (tx) => {
    const link = await findLink(tx, linkHash);
    return link?.status === "active" && (await maySignIn(tx, link)) ? link : null;
  });
  const cookies = opens ? await startSession(opens.email, headers) : [];
  const spent = await orm.transaction((tx) => spend(tx, linkHash, signedIn));
  // Spent by somebody else meanwhile: nobody has the cookies of this session.
  return spent && (spent.status === "invited" || opens) ? { workspaceId: spent.workspaceId, cookies } : null;
}

async function spend(tx: Transaction, linkHash: string, signedIn: string | null): Promise<Found | null> {
  const link = await findLink(tx, linkHash);
  if (!link) return null;
  const opened = link.status === "active" ? await maySignIn(tx, link) : await accept(tx, link, signedIn);
  if (!opened) return null;
  const spent = await tx
    .update(members)
    .set({ status: "active", linkHash: null, linkExpiresAt: null })
    .where(eq(members.linkHash, linkHash))
    .returning({ userId: members.userId });
  return spent.length === 0 ? null : link;
}

/** Locks the account and then reads the link: invitations and first passwords lock it as well. */
async function findLink(tx: Transaction, linkHash: string): Promise<Found | null> {
  const [link] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.linkHash, linkHash), gt(members.linkExpiresAt, new Date())));
  if (!link) return null;
  await tx.select({ id: users.id }).from(users).where(eq(users.id, link.userId)).for("update");
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

/** A link never opens more than what its own workspace gave. */
async function maySignIn(tx: Transaction, { userId, workspaceId, invitedFrom }: Found): Promise<boolean> {
  if (invitedFrom !== workspaceId || (await hasPassword(tx, userId))) return false;
  return !(await isMemberElsewhere(tx, userId, workspaceId));
}

/** A session alone proves little before there is a password: the inviter of the account could have one. */
async function accept(tx: Transaction, link: Found, signedIn: string | null): Promise<boolean> {
  const { userId, workspaceId, workspace, role, email } = link;
  if (signedIn !== userId)
    throw conflict(
      `This invitation to ${workspace} is for ${email}. Sign in with that address, then open the link again.`,
    );
  if (!(await hasPassword(tx, userId)))
    throw conflict("Choose a password first, under Settings, Account; then open the link again.");
  await audit(tx, openContext(workspaceId, { kind: "user", id: userId, role }), "member.accept", userId, { role });
  return true;
}
