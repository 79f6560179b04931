import { type Actor, hasRole, type Role } from "#services";
import { ADDRESS_HEADER, type FoundKey, findKey, readSession, verifyToken } from "#services/accounts";
import { findMembership } from "#services/members";
import { plainAddress } from "./address-group.ts";
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
};

/**
 * Finds the caller in the headers: Bearer (JWT, secret or publishable key), Api-Key, Basic with a key, or the session
 * cookie.
 */
export async function authenticateRequest(headers: Headers, options: AuthenticateOptions = {}): Promise<Caller> {
  const credential = options.key ?? credentialOf(headers);
  if (credential === null) return sessionCaller(headers);
  requireCharacters(credential);
  if (/^[sp]k_/.test(credential)) return keyCaller(credential, options.publishable ?? false, addressOf(headers));
  const token = await verifyToken(credential);
  if (!token) throw unauthorized("The token is not valid or has expired.");
  const wanted = token.workspaceId ?? cookieOf(headers, WORKSPACE_COOKIE);
  const caller = await memberCaller("token", token.userId, wanted, addressOf(headers));
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
  const via = key.kind === "publishable" ? "publishable" : "secret";
  const role = key.kind === "publishable" ? "viewer" : "editor";
  const actor: Actor = { kind: "key", id: key.keyId, role, scopes: key.scopes, address };
  return { via, userId: null, workspaceId: key.workspaceId, siteId: key.siteId, actor, userProof: key.userProof };
}

async function sessionCaller(headers: Headers): Promise<Caller> {
  const session = await readSession(headers);
  if (!session) throw unauthorized("Sign in, or send a key or token as Bearer.");
  return memberCaller("session", session.userId, cookieOf(headers, WORKSPACE_COOKIE), addressOf(headers));
}

async function memberCaller(
  via: "session" | "token",
  userId: string,
  workspaceId: string | null,
  address: string | null,
): Promise<Caller> {
  const membership = await findMembership(userId, workspaceId);
  if (!membership) throw new HttpError("forbidden", NOT_A_MEMBER);
  const actor: Actor = { kind: "user", id: userId, role: membership.role, address };
  return { via, userId, workspaceId: membership.workspaceId, siteId: null, actor, userProof: null };
}

export function unauthorized(message: string): HttpError {
  return new HttpError("unauthorized", message, [], { "www-authenticate": 'Bearer realm="sojourn"' });
}
