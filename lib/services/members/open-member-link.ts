import { getDatabase } from "#db";
import { audit, conflict, openContext, type Transaction } from "#services";
import { startSession } from "#services/accounts";
import { hasLogin } from "#store/logins";
import { isMemberElsewhere, lockMemberLink, type MemberLink, spendMemberLink } from "#store/members";
import { hashLink } from "./member-link.ts";

/** The result of a member's link: the joined workspace, and for a new account the session cookies. */
export type OpenedLink = { readonly workspaceId: string; readonly cookies: readonly string[] };

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
    const link = await lockMemberLink(tx, linkHash);
    return link?.status === "active" && (await maySignIn(tx, link)) ? link : null;
  });
  const cookies = opens ? await startSession(opens.email, headers) : [];
  const spent = await orm.transaction((tx) => spend(tx, linkHash, signedIn));
  // The link was used meanwhile; the cookies of this session were not sent to anyone.
  return spent && (spent.status === "invited" || opens) ? { workspaceId: spent.workspaceId, cookies } : null;
}

async function spend(tx: Transaction, linkHash: string, signedIn: string | null): Promise<MemberLink | null> {
  const link = await lockMemberLink(tx, linkHash);
  if (!link) return null;
  const opened = link.status === "active" ? await maySignIn(tx, link) : await accept(tx, link, signedIn);
  if (!opened) return null;
  return (await spendMemberLink(tx, linkHash)) ? link : null;
}

/** A link gives access only to its own workspace. */
async function maySignIn(tx: Transaction, { userId, workspaceId, invitedFrom }: MemberLink): Promise<boolean> {
  if (invitedFrom !== workspaceId || (await hasLogin(tx, userId))) return false;
  return !(await isMemberElsewhere(tx, userId, workspaceId));
}

/** A session without a password proves little: the inviter of the account could have one. */
async function accept(tx: Transaction, link: MemberLink, signedIn: string | null): Promise<boolean> {
  const { userId, workspaceId, workspace, role, email } = link;
  if (signedIn !== userId)
    throw conflict(
      `This invitation to ${workspace} is for ${email}. Sign in with that address, then open the link again.`,
    );
  if (!(await hasLogin(tx, userId)))
    throw conflict("Choose a password first, under Settings, Account; then open the link again.");
  await audit(tx, openContext(workspaceId, { kind: "user", id: userId, role }), "member.accept", userId, { role });
  return true;
}
