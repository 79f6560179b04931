import { config } from "#config";
import { getDatabase } from "#db";
import { hasLogin } from "#store/logins";
import { deleteSession } from "#store/sessions";
import { findOwnerWithoutLogin } from "#store/users";
import { openAuth } from "./auth.ts";
import { tokenMadeBy } from "./caught-links.ts";
import { tellIfAway } from "./sessions.ts";

/**
 * A one-time address (valid for a day) that signs in the owner made at set-up while they have no password yet; else
 * `null`. Invited owners have links of their own: `#services/members`.
 */
export async function signInLink(): Promise<string | null> {
  const email = await findOwnerWithoutLogin(getDatabase().orm);
  return email === undefined ? null : welcomeAddress(await makeToken(email));
}

/** The page that accepts a one-time token. */
export const welcomeAddress = (token: string): string => `${config().baseUrl}/welcome?token=${token}`;

/**
 * Opens a session of a user: its `Set-Cookie` headers. The caller checks whether this is allowed, and says whether the
 * second factor was given.
 */
export async function openSession(userId: string, headers: Headers, hasSecondFactor: boolean): Promise<string[]> {
  const auth = await openAuth();
  const body = { userId, hasSecondFactor };
  const response = await auth.api.openOwnSession({ body, headers, asResponse: true });
  if (!response.ok) return tellIfAway(new Error(`The account library answered ${response.status}.`));
  return response.headers.getSetCookie();
}

/**
 * Signs in the user with this e-mail address: the `Set-Cookie` headers of a new session. The caller checks whether this
 * is allowed.
 */
export async function startSession(email: string, headers: Headers): Promise<string[]> {
  const response = await verifyLink(await makeToken(email), headers);
  if (!response) throw new Error("The account library refused its own link.");
  return response.headers.getSetCookie();
}

/** A one-time token that signs in this address, the caller checks whether it is allowed. */
export async function makeToken(email: string): Promise<string> {
  const auth = await openAuth();
  return tokenMadeBy(() => auth.api.signInMagicLink({ body: { email }, headers: new Headers() }));
}

/**
 * Uses up the token of `signInLink`: the `Set-Cookie` headers of a new session, or `null` if it was used, has expired,
 * or the account has a login by now: each start prints a link, and the others stay valid for a day.
 */
export async function openSignInLink(token: string, headers: Headers): Promise<string[] | null> {
  const response = await verifyLink(token, headers);
  if (!response) return null;
  const { session } = (await response.json()) as { session: { id: string; userId: string } };
  const { orm } = getDatabase();
  if (!(await hasLogin(orm, session.userId))) return response.headers.getSetCookie();
  await orm.transaction((tx) => deleteSession(tx, session.userId, session.id));
  return null;
}

async function verifyLink(token: string, headers: Headers): Promise<Response | null> {
  const auth = await openAuth();
  const response = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true });
  return response.ok ? response : null;
}
