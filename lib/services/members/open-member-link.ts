import { and, eq, gt } from "drizzle-orm";
import { getDatabase } from "#db";
import { audit, conflict, openContext, type Role, type Transaction } from "#services";
import { hasPassword, startSession } from "#services/accounts";
import { schema } from "#store";
import { isMemberElsewhere } from "./claim-account.ts";
import { hashLink } from "./member-link.ts";

const { members, users, workspaces } = schema;

/** The result of a member's link: the joined workspace, and for a new account the session cookies. */
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
 * Uses up a member's link: signs in to the account created by the invitation, or accepts it for the signed-in account.
 * `null` if the link does not exist any more; throws `conflict` if another user, or nobody, is signed in.
 */
export async function openMemberLink(
  token: string,
  signedIn: string | null,
  headers: Headers,
): Promise<OpenedLink | null> {
  const linkHash = hashLink(token);
  const { orm } = getDatabase();
  // The session is created first: if that fails, the link must stay valid.
  const opens = await orm.transaction(async (tx) => {
    const link = await findLink(tx, linkHash);
    return link?.status === "active" && (await maySignIn(tx, link)) ? link : null;
  });
  const cookies = opens ? await startSession(opens.email, headers) : [];
  const spent = await orm.transaction((tx) => spend(tx, linkHash, signedIn));
  // The link was used meanwhile; the cookies of this session were not sent to anyone.
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

/** A link gives access only to its own workspace. */
async function maySignIn(tx: Transaction, { userId, workspaceId, invitedFrom }: Found): Promise<boolean> {
  if (invitedFrom !== workspaceId || (await hasPassword(tx, userId))) return false;
  return !(await isMemberElsewhere(tx, userId, workspaceId));
}

/** A session without a password proves little: the inviter of the account could have one. */
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
