export type Subscription = {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
};

/** A browser's subscription, which is kept as the JSON that the browser gave; null = the text is none. */
export function readSubscription(token: string): Subscription | null {
  const parsed = parse(token);
  if (typeof parsed !== "object" || parsed === null || !("endpoint" in parsed) || !("keys" in parsed)) return null;
  const { endpoint, keys } = parsed;
  if (typeof endpoint !== "string" || !URL.canParse(endpoint) || !/^https?:/.test(endpoint)) return null;
  if (typeof keys !== "object" || keys === null || !("p256dh" in keys) || !("auth" in keys)) return null;
  const { p256dh, auth } = keys;
  if (typeof p256dh !== "string" || typeof auth !== "string") return null;
  if (Buffer.from(p256dh, "base64url").length !== 65 || Buffer.from(auth, "base64url").length !== 16) return null;
  return { endpoint, keys: { p256dh, auth } };
}

function parse(text: string): unknown {
  if (!text.startsWith("{")) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
