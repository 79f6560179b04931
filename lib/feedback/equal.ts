import { createHash, timingSafeEqual } from "node:crypto";

/** Compares without telling how much of it was right. */
export function isEqual(left: string, right: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(left), hash(right));
}
