import type { Store } from "./store.ts";

const ANONYMOUS = "a";
const USER = "u";
/** What is not of a person: the messages that wait, each with the ids it was reported under, and the consent. */
export const MESSAGES = "m.";
export const CONSENT = "c";

export type Ids = { readonly anonymousId: string; readonly userId?: string };

/** Who uses this browser now. It is read from the store at every call, because other tabs change it too. */
export function idsOf(store: Store): Ids {
  const anonymousId = store.get(ANONYMOUS) ?? newId();
  store.set(ANONYMOUS, anonymousId);
  const userId = store.get(USER);
  return userId === null ? { anonymousId } : { anonymousId, userId };
}

/** Somebody signs in. Somebody else who was signed in before is forgotten first, unless it is another id of the same. */
export function signIn(store: Store, userId: string, isSame = false): void {
  const before = store.get(USER);
  if (before !== null && before !== userId && !isSame) reset(store);
  store.set(USER, userId);
}

/**
 * Forgets the person: their ids and everything stored for them. Messages that still wait keep the ids under which they
 * were reported.
 */
export function reset(store: Store): void {
  for (const key of store.keys()) if (!key.startsWith(MESSAGES) && key !== CONSENT) store.remove(key);
}

/** A random UUID; `randomUUID` exists only on secure pages. */
export function newId(): string {
  const hex = (byte: number) => byte.toString(16).padStart(2, "0");
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
  return Array.from(bytes, hex)
    .join("")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
