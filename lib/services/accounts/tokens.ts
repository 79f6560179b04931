import { randomBytes } from "node:crypto";
import { signJWT, verifyJWT } from "better-auth/crypto";
import { getDatabase, newId } from "#db";
import { deleteExpiredSessions, insertSession } from "#store/sessions";
import { openAuth } from "./auth.ts";
import { secretFor, secretsFor } from "./secret.ts";
import { readSessionById, type SignedIn, signedIn } from "./sessions.ts";

const LIFETIME_S = 8 * 60 * 60;
const AUDIENCE = "sojourn-api";

/** Whom a token is for, and the program that asked. */
export type TokenOwner = {
  readonly userId: string;
  readonly workspaceId: string | null;
  readonly address?: string | null;
  readonly userAgent?: string | null;
  /** Whether the second factor was given. */
  readonly hasSecondFactor?: boolean;
};

/** The user of a token; with a workspace, the token is limited to that one. */
export type TokenUser = SignedIn & { readonly workspaceId: string | null };

/** A JWT for a user, valid for 8 hours and as long as its session is not ended; with a workspace, limited to that one. */
export async function issueToken(owner: TokenOwner): Promise<{ token: string; expiresAt: string }> {
  const { userId, workspaceId, address = null, userAgent = null } = owner;
  const expiresAt = new Date(Date.now() + LIFETIME_S * 1000);
  const { orm } = getDatabase();
  const sessionId = newId();
  await deleteExpiredSessions(orm, userId);
  // Nobody learns the token of this row: the JWT names the row by its id.
  const row = { id: sessionId, userId, token: randomBytes(24).toString("base64url"), expiresAt };
  const secondFactorAt = owner.hasSecondFactor ? new Date() : null;
  await insertSession(orm, { ...row, ipAddress: address, userAgent: userAgent?.slice(0, 500) ?? null, secondFactorAt });
  const claims = { sub: userId, sid: sessionId, aud: AUDIENCE, ...(workspaceId ? { workspace: workspaceId } : {}) };
  return { token: await signJWT(claims, await secretFor("tokens"), LIFETIME_S), expiresAt: expiresAt.toISOString() };
}

type Claims = { sub?: string; sid?: string; aud?: string; workspace?: string };

/** The user of a Bearer token: a JWT of `issueToken`, or the token of a sign-in; `null` if neither, or ended. */
export async function verifyToken(token: string): Promise<TokenUser | null> {
  if (token.split(".").length !== 3) return verifySessionToken(token);
  const claims = await claimsOf(token);
  if (!claims?.sid || claims.aud !== AUDIENCE) return null;
  const user = await readSessionById(claims.sid);
  return user && user.userId === claims.sub ? { ...user, workspaceId: claims.workspace ?? null } : null;
}

/** Signed by the present secret, or by a former one. */
async function claimsOf(token: string): Promise<Claims | null> {
  for (const secret of await secretsFor("tokens")) {
    const claims = await verifyJWT<Claims>(token, secret);
    if (claims) return claims;
  }
  return null;
}

async function verifySessionToken(token: string): Promise<TokenUser | null> {
  if (token.length > 200) return null;
  const { internalAdapter } = await (await openAuth()).$context;
  const found = await internalAdapter.findSession(token);
  if (!found || found.session.expiresAt.getTime() <= Date.now()) return null;
  return { ...(await signedIn(found.session, found.user)), workspaceId: null };
}
