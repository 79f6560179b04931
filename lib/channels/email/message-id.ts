import { domainToASCII } from "node:url";

/** The `Message-ID` of a mail: the idempotency key at the sender's domain, so every attempt carries the same (R42). */
export function messageId(idempotencyKey: string, senderAddress: string): string {
  const domain = domainToASCII(senderAddress.slice(senderAddress.lastIndexOf("@") + 1));
  const left = idempotencyKey.replaceAll(/[^A-Za-z0-9-]+/g, ".");
  return `<${left}@${domain || "sojourn.invalid"}>`;
}
