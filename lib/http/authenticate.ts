import { type Actor, hasRole, type Role } from "#services";
import {
  ADDRESS_HEADER,
  type FoundKey,
  findKey,
  plainAddress,
  readSession,
  type SignedIn,
  type TokenUser,
  verifyToken,
} from "#services/accounts";
import { findMembership } from "#services/members";
import { cookieOf, WORKSPACE_COOKIE } from "./cookies.ts";
import { HttpError } from "./http-error.ts";

/** What keys and tokens are made of: anything else is not looked up, as the database takes no NUL and no half surrogates. */
const CREDENTIAL = /^[!-~]*$/;
const NOT_A_MEMBER = "You are not a member of this workspace.";

/** Who calls, in which workspace, by which means. */
export type Caller = {
  readonly via: "session" | "token" | "secret" | "publishable";
  readonly userId: string | null;
  readonly workspaceId: string;
  /** The site of a publishable key. */
  readonly siteId: string | null;
  readonly actor: Actor;
  /** How people have to be proved to the site of a publishable key; null = not at all. */
  readonly userProof: FoundKey["userProof"];
};

export type AuthenticateOptions = {
  /** Routes for browsers and beacons accept publishable keys; all others refuse them with 403. */
  readonly publishable?: boolean;
  /** A key from outside the headers (`?key=`, `writeKey`). */
  readonly key?: string | null;
  /** Members of a workspace that requires a second factor may call before they have one: they set it up. */
  readonly withoutSecondFactor?: boolean | undefined;
};

/**
 * Finds the caller in the headers: Bearer (JWT, secret or publishable key), Api-Key, Basic with a key, or the session
 * cookie.
 */
export async function authenticateRequest(headers: Headers, options: AuthenticateOptions = {}): Promise<Caller> {
  const credential = options.key ?? credentialOf(headers);
  if (credential === null) return sessionCaller(headers, options);
  requireCharacters(credential);
  if (/^[sp]k_/.test(credential)) return keyCaller(credential, options.publishable ?? false, addressOf(headers));
  const token = await verifyToken(credential);
  if (!token) throw unauthorized("The token is not valid or has expired.");
  const caller = await memberCaller("token", token, headers, options);
  if (token.workspaceId && caller.workspaceId !== token.workspaceId) throw new HttpError("forbidden", NOT_A_MEMBER);
  return caller;
}

/** Refuses with 403 when the caller's role is below the needed one. */
export function requireCallerRole(caller: Caller, role: Role): void {
  if (hasRole(caller.actor, role)) return;
  throw new HttpError("forbidden", `This needs the role ${role}; yours is ${caller.actor.role}.`);
}

/** The key or token in the headers of a request, or `null`. */
export function credentialOf(headers: Headers): string | null {
  const key = headers.get("api-key");
  if (key) return key.trim();
  const [scheme, value] = (headers.get("authorization") ?? "").trim().split(/\s+/, 2);
  if (!scheme || !value) return null;
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") throw unauthorized("Use Bearer, Basic or the header Api-Key.");
  const [user] = Buffer.from(value, "base64").toString("utf8").split(":");
  return user ?? "";
}

/** Refuses with 401 what cannot be a key or a token. */
export function requireCharacters(credential: string): void {
  if (!CREDENTIAL.test(credential)) throw unauthorized("The key or token has characters that none has.");
}

/** Set by the server from the connection; a test that calls a route by itself has none. */
export function addressOf(headers: Headers): string | null {
  const address = headers.get(ADDRESS_HEADER);
  return address ? plainAddress(address) : null;
}

async function keyCaller(plain: string, publishable: boolean, address: string | null): Promise<Caller> {
  const key = await findKey(plain);
  if (!key) throw unauthorized("The key is not known or was revoked.");
  if (key.kind === "publishable" && !publishable) {
    throw new HttpError("forbidden", "A publishable key cannot be used here; use a secret key or sign in.");
  }
  requireValid(key);
  const via = key.kind === "publishable" ? "publishable" : "secret";
  const role = key.kind === "publishable" || key.member?.role === "viewer" ? "viewer" : "editor";
  const actor: Actor = { kind: "key", id: key.keyId, role, scopes: key.scopes, address };
  return { via, userId: null, workspaceId: key.workspaceId, siteId: key.siteId, actor, userProof: key.userProof };
}

/** A key ends with its time, and a personal one with the membership. */
function requireValid({ expiresAt, member }: FoundKey): void {
  if (expiresAt && expiresAt.getTime() <= Date.now())
    throw unauthorized(`This key expired at ${expiresAt.toISOString()}. Use a new one.`);
  if (member && member.role === null)
    throw unauthorized("This key is personal, and its member does not belong to the workspace any more.");
}

async function sessionCaller(headers: Headers, options: AuthenticateOptions): Promise<Caller> {
  const session = await readSession(headers);
  if (!session) throw unauthorized("Sign in, or send a key or token as Bearer.");
  return memberCaller("session", { ...session, workspaceId: null }, headers, options);
}

async function memberCaller(
  via: "session" | "token",
  user: TokenUser,
  headers: Headers,
  { withoutSecondFactor }: AuthenticateOptions,
): Promise<Caller> {
  requireSecondFactor(user);
  const { userId } = user;
  const membership = await findMembership(userId, user.workspaceId ?? cookieOf(headers, WORKSPACE_COOKIE));
  if (!membership) throw new HttpError("forbidden", NOT_A_MEMBER);
  if (membership.requiresSecondFactor && user.secondFactor === "none" && !withoutSecondFactor)
    throw new HttpError("forbidden", "This workspace requires a second factor. Set one up under Settings, Account.");
  const actor: Actor = { kind: "user", id: userId, role: membership.role, address: addressOf(headers) };
  return { via, userId, workspaceId: membership.workspaceId, siteId: null, actor, userProof: null };
}

/** Refuses with 401 a session in which the second factor was not given yet. */
export function requireSecondFactor({ secondFactor }: SignedIn): void {
  if (secondFactor === "pending")
    throw unauthorized("Give your second factor first: POST /api/auth/second-factor.", { needs: "second_factor" });
}

export function unauthorized(message: string, extra: Readonly<Record<string, unknown>> = {}): HttpError {
  return new HttpError("unauthorized", message, [], { "www-authenticate": 'Bearer realm="sojourn"' }, extra);
}
