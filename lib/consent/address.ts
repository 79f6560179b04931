import type { ConsentChannel } from "./states.ts";

/**
 * An address as suppressions know it, so that one address is one entry however it is written: mail without regard to
 * case, phone numbers without spaces and separators. Tokens of devices are kept as they are.
 */
export function knownAddress(channel: ConsentChannel, address: string): string {
  const trimmed = address.trim();
  if (channel === "email") return trimmed.toLowerCase();
  if (channel === "sms") return trimmed.replaceAll(/[\s().\-/]/g, "").replace(/^00/, "+");
  return trimmed;
}
