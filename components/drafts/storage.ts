import type { KeptStorage } from "./journal.ts";

/** The browser's own storage; reading the property alone throws where a person has switched storage off. */
export function browserStorage(): KeptStorage {
  try {
    return window.localStorage;
  } catch {
    return { length: 0, key: () => null, getItem: () => null, removeItem: () => undefined, setItem: refuse };
  }
}

function refuse(): never {
  throw new Error("This browser keeps nothing.");
}
