const NAME = "sojourn-shopper";

/** The user id under which this tab visits the shop; it stays until the tab is closed. */
export function shopperOfTab(): string {
  try {
    return sessionStorage.getItem(NAME) ?? newShopper();
  } catch {
    return newShopper();
  }
}

/** Somebody whom nothing is known of. */
export function newShopper(): string {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, "0"));
  const shopper = `shopper-${id.join("")}`;
  try {
    sessionStorage.setItem(NAME, shopper);
  } catch {
    // The browser keeps nothing; a reload is another visitor.
  }
  return shopper;
}
