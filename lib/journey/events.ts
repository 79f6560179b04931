/** Namespaces into which applications cannot track; every other name means `app.<name>`. */
export const RESERVED_NAMESPACES = [
  "user",
  "order",
  "account",
  "campaign",
  "page",
  "content",
  "message",
  "journey",
  "survey",
  "segment",
  "goal",
  "delivery",
] as const;

/** True for names such as `page.viewed`, which only the product or a secret key sends. */
export function isReservedEvent(name: string): boolean {
  const dot = name.indexOf(".");
  return dot > 0 && (RESERVED_NAMESPACES as readonly string[]).includes(name.slice(0, dot));
}

/** The full name of a written event name: `checkout` → `app.checkout`; `page.viewed` and `app.x` stay. */
export function eventName(written: string): string {
  return written.startsWith("app.") || isReservedEvent(written) ? written : `app.${written}`;
}
