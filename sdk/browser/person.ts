import type { Store } from "./store.ts";

const ANONYMOUS = "a";
const USER = "u";
const PROOF = "h";
/** What is not of a person: messages and reports that wait, each with the ids it was made under, and the consent. */
export const MESSAGES = "m.";
export const CONSENT = "c";
export const REPORTS = "r.";

export type Ids = { readonly anonymousId: string; readonly userId?: string; readonly userHash?: string };

/** Who uses this browser now. It is read from the store at every call, because other tabs change it too. */
export function idsOf(store: Store): Ids {
  const anonymousId = store.get(ANONYMOUS) ?? newId();
  store.set(ANONYMOUS, anonymousId);
  return { anonymousId, ...userOf(store) };
}

/** Who is signed in, with the proof of it. */
function userOf(store: Store): { readonly userId?: string; readonly userHash?: string } {
  const userId = store.get(USER);
  const userHash = store.get(PROOF);
  return userId === null ? {} : { userId, ...(userHash !== null && { userHash }) };
}

/**
 * Somebody signs in. Somebody else who was signed in before is forgotten first, unless it is another id of the same. A
 * proof counts for later pages too, until there is a newer one.
 */
export function signIn(store: Store, userId: string, proof?: string, isSame = false): void {
  const before = store.get(USER);
  if (before !== null && before !== userId && !isSame) reset(store);
  // Other tabs listen for the user id.
  if (proof) store.set(PROOF, proof);
  else if (before !== userId) store.remove(PROOF);
  store.set(USER, userId);
}

/**
 * Forgets the person: their ids and everything stored for them. Messages that still wait keep the ids under which they
 * were reported.
 */
export function reset(store: Store): void {
  for (const key of store.keys()) if (!/^(m\.|r\.|c$)/.test(key)) store.remove(key);
}

/** The person as the server is asked for them: by the user id, if there is one. */
export function whoOf(store: Store): Readonly<Record<string, string>> {
  const { anonymousId, ...user } = idsOf(store);
  return user.userId === undefined ? { anonymousId } : user;
}

/** A random UUID; `randomUUID` exists only on secure pages. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-8$4-");
