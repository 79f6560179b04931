import { HOUR_MS } from "#times";

const FIRST_MS = 15_000;
const FACTOR = 3;
const LONGEST_MS = HOUR_MS;

/** Maximum number of attempts. With the waits between them a mail server may be away for about seven hours. */
export const MAX_ATTEMPTS = 12;

/** From this attempt on the waits stay constant. */
export const GROWN_AFTER = 1 + Math.ceil(Math.log(LONGEST_MS / FIRST_MS) / Math.log(FACTOR));

/**
 * Wait after the nth failed attempt, in ms. It grows with each attempt and varies by up to a quarter, deterministically
 * for each delivery.
 */
export function backoffMs(deliveryId: string, attempt: number): number {
  const base = Math.min(FIRST_MS * FACTOR ** (attempt - 1), LONGEST_MS);
  return Math.round(base * variation(`${deliveryId}:${attempt}`));
}

/** Three to five quarters, so that what fails together does not come back together; the same for the same text. */
export const variation = (text: string): number => 0.75 + 0.5 * fraction(text);

/** FNV-1a hash of a string, scaled to 0…1. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
