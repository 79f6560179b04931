import { bareAddress } from "./address.ts";

/** The `Message-ID` of a mail: the idempotency key at the sender's domain, so every attempt carries the same (R42). */
export function messageId(idempotencyKey: string, sender: string): string {
  const domain = bareAddress(sender).split("@")[1] ?? "";
  const left = idempotencyKey.replaceAll(/[^A-Za-z0-9-]+/g, ".");
  return `<${left}@${domain || "sojourn.invalid"}>`;
}
