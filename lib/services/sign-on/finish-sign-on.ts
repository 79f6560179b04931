import { authorizationCodeGrant, fetchUserInfo } from "openid-client";
import { getDatabase, type Transaction } from "#db";
import { auditAccount, openSession, readSession } from "#services/accounts";
import { findSignOn, hasLogin, insertSignOn } from "#store/logins";
import { readPasskeys } from "#store/passkeys";
import { deleteSessions } from "#store/sessions";
import { findUserByEmail, lockUser } from "#store/users";
import { takeVerification } from "#store/verifications";
import { type PendingSignOn, pendingName, readPending } from "./pending.ts";
import { callbackAddress, discover, type Provider, requireProvider } from "./provider.ts";

/** Where to go on to, with the cookies of a new session; or why not. */
export type SignOnEnd =
  | { readonly next: string; readonly cookies: readonly string[] }
  | { readonly refusal: "expired" | "unverified" | "not_invited" | "has_login" | "connected_elsewhere" }
  | { readonly refusal: "failed"; readonly error: unknown };

type Identity = {
  /** As the ID token says, not as the environment spells it: a slash more or less is the same provider. */
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isVerified: boolean;
};
type Return = {
  /** The query with which the provider sent the browser back. */
  readonly search: string;
  /** The state of the browser's cookie. */
  readonly state: string | null;
  readonly headers: Headers;
  readonly address: string | null;
};

/**
 * The end of a sign-in at the provider. A subject that is connected signs in. An unknown one is connected, by an e-mail
 * address that the provider has verified, with an account that was invited and that nobody can sign in to yet; an account
 * that has a login is connected only by its user, signed in.
 */
export async function finishSignOn({ search, state, headers, address }: Return): Promise<SignOnEnd> {
  const { orm } = getDatabase();
  const provider = requireProvider();
  const kept = state === null ? null : await takeVerification(orm, pendingName(state));
  if (state === null || kept === null) return { refusal: "expired" };
  const pending = readPending(kept);
  const identity = await identify(provider, { search, state, pending }).catch((error: unknown) => ({ error }));
  if ("error" in identity) return { refusal: "failed", error: identity.error };
  const signedIn = pending.connects === null ? null : await readSession(headers);
  if (pending.connects !== null && signedIn?.userId !== pending.connects) return { refusal: "expired" };
  const found = await orm.transaction(async (tx) => {
    const known = await findSignOn(tx, identity.issuer, identity.subject);
    if (pending.connects === null) return known ?? (await claim(tx, identity, address));
    if (known) return known.userId === pending.connects ? known : ({ refusal: "connected_elsewhere" } as const);
    await connect(tx, pending.connects, identity, address);
    return { userId: pending.connects };
  });
  if ("refusal" in found) return found;
  const cookies = pending.connects === null ? await openSession(found.userId, headers, false) : [];
  return { next: pending.next, cookies };
}

type Answer = { readonly search: string; readonly state: string; readonly pending: PendingSignOn };

/** Checks the answer (state, nonce, PKCE, signature, audience, time) and reads who it is about. */
async function identify(provider: Provider, { search, state, pending }: Answer): Promise<Identity> {
  const configuration = await discover(provider);
  const tokens = await authorizationCodeGrant(configuration, new URL(`${callbackAddress()}${search}`), {
    expectedState: state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("The identity provider gave no ID token.");
  const told =
    claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims;
  const email = typeof told.email === "string" ? told.email.toLowerCase() : null;
  return { issuer: claims.iss, subject: claims.sub, email, isVerified: told.email_verified === true };
}

/** Connects an invited account that has no login yet; its sessions end, as they came by links that others have seen. */
async function claim(
  tx: Transaction,
  identity: Identity,
  address: string | null,
): Promise<{ userId: string } | Extract<SignOnEnd, { refusal: unknown }>> {
  if (identity.email === null || !identity.isVerified) return { refusal: "unverified" };
  const user = await findUserByEmail(tx, identity.email);
  if (!user) return { refusal: "not_invited" };
  await lockUser(tx, user.id);
  if ((await hasLogin(tx, user.id)) || (await readPasskeys(tx, user.id)).length > 0) return { refusal: "has_login" };
  await deleteSessions(tx, user.id);
  await connect(tx, user.id, identity, address);
  return { userId: user.id };
}

async function connect(
  tx: Transaction,
  userId: string,
  { issuer, subject, email }: Identity,
  address: string | null,
): Promise<void> {
  await insertSignOn(tx, userId, issuer, subject);
  await auditAccount(tx, { userId, address }, "account.connect_sign_on", { issuer, email });
}
