import { HttpError } from "./http-error.ts";

/**
 * A write that carries a session cookie must come from our own pages: a foreign Origin is refused, a missing one is
 * allowed.
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (!origin || request.method === "GET" || request.method === "HEAD") return;
  const own = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  if (hostOf(origin) !== own) throw new HttpError("forbidden", "This request comes from another site.");
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
