import { signJWT, verifyJWT } from "better-auth/crypto";
import { openAuth } from "./auth.ts";
import { secretFor } from "./secret.ts";

const LIFETIME_S = 8 * 60 * 60;
const AUDIENCE = "sojourn-api";

export type TokenOwner = { readonly userId: string; readonly workspaceId: string | null };

/** A JWT for a user, valid for 8 hours; with a workspace, it is limited to that one. */
export async function issueToken(owner: TokenOwner): Promise<{ token: string; expiresAt: string }> {
  const expiresAt = new Date(Date.now() + LIFETIME_S * 1000).toISOString();
  const claims = { sub: owner.userId, aud: AUDIENCE, ...(owner.workspaceId ? { workspace: owner.workspaceId } : {}) };
  return { token: await signJWT(claims, await secretFor("tokens"), LIFETIME_S), expiresAt };
}

/** The user of a Bearer token: a JWT of `issueToken`, or the token of a sign-in; `null` if neither. */
export async function verifyToken(token: string): Promise<TokenOwner | null> {
  if (token.split(".").length !== 3) return verifySessionToken(token);
  const claims = await verifyJWT<{ sub?: string; aud?: string; workspace?: string }>(token, await secretFor("tokens"));
  if (!claims?.sub || claims.aud !== AUDIENCE) return null;
  return { userId: claims.sub, workspaceId: claims.workspace ?? null };
}

async function verifySessionToken(token: string): Promise<TokenOwner | null> {
  if (token.length > 200) return null;
  const { internalAdapter } = await (await openAuth()).$context;
  const found = await internalAdapter.findSession(token);
  if (!found || found.session.expiresAt.getTime() <= Date.now()) return null;
  return { userId: found.user.id, workspaceId: null };
}
