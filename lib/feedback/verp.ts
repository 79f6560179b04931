import { createHmac } from "node:crypto";
import { isEqual } from "./equal.ts";

const SIGNATURE = 10;

/**
 * The envelope sender of one message: the address for bounces with the message’s id behind a plus sign, in hexadecimal
 * because servers may change the case, and signed, so that nobody can make up bounces of others.
 */
export function verpAddress(secret: string, bounceAddress: string, deliveryId: string): string {
  const cut = bounceAddress.lastIndexOf("@");
  const id = deliveryId.replaceAll("-", "");
  return `${bounceAddress.slice(0, cut)}+${id}${sign(secret, id)}${bounceAddress.slice(cut)}`;
}

/** The message that such an address is about; null = it is none of ours. */
export function readVerpAddress(secret: string, address: string): string | null {
  const found = /\+([0-9a-f]{32})([0-9a-f]{10})@/i.exec(address);
  const [, id = "", signature = ""] = found ?? [];
  if (id === "" || !isEqual(sign(secret, id.toLowerCase()), signature.toLowerCase())) return null;
  return id.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const sign = (secret: string, id: string): string =>
  createHmac("sha256", secret).update(`verp ${id}`).digest("hex").slice(0, SIGNATURE);
