import { createHmac } from "node:crypto";

/** The three headers of Standard Webhooks: the same id at every attempt, the time of this one, and a signature of both. */
export function signatureHeaders(
  id: string,
  body: string,
  secret: string | null,
  seconds: number,
): Record<string, string> {
  const headers = { "webhook-id": id, "webhook-timestamp": String(seconds) };
  if (secret === null) return headers;
  const key = secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : Buffer.from(secret, "utf8");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { ...headers, "webhook-signature": `v1,${signature}` };
}
