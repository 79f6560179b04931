import { createHmac } from "node:crypto";
import { isEqual } from "./equal.ts";
import type { RawCall } from "./report.ts";

const TOLERANCE_SECONDS = 300;

/** What is wrong with a call signed after Standard Webhooks; null = nothing. Several signatures may be given. */
export function standardFault({ headers, body, now }: RawCall, secret: string): string | null {
  const part = (name: string) => headers[`webhook-${name}`] ?? headers[`svix-${name}`] ?? "";
  const [id, timestamp, signatures] = [part("id"), part("timestamp"), part("signature")];
  if (id === "" || timestamp === "" || signatures === "") return "The call is not signed.";
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS)
    return "The call is older than five minutes, or a clock is wrong.";
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const made = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  const isGenuine = signatures.split(" ").some((one) => isEqual(one, made));
  return isGenuine ? null : "The signature is not the one of this webhook’s key.";
}
