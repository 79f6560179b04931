import { type Caller, HttpError } from "#http";
import type { SiteOrigins } from "./site-origins.ts";

const ALLOWED_HEADERS = "authorization, api-key, content-type, content-encoding, idempotency-key";
const EXPOSED_HEADERS = "ratelimit, ratelimit-policy, retry-after, x-request-id";

/** The answer to a preflight: the origin is let in if any site names it; the key decides at the request itself. */
export async function preflight(request: Request, origins: SiteOrigins): Promise<Response> {
  const origin = request.headers.get("origin");
  const allowed = origin !== null && (isOwn(request, origin) || (await origins.isKnown(origin)));
  if (!allowed) return new Response(null, { status: origin === null ? 204 : 403, headers: { vary: "origin" } });
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(origin),
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": ALLOWED_HEADERS,
      "access-control-max-age": "600",
    },
  });
}

/** Refuses a browser from a site that is not the key's; answers the headers that let its script read the answer. */
export async function admitOrigin(
  request: Request,
  caller: Caller,
  origins: SiteOrigins,
): Promise<Record<string, string>> {
  const origin = request.headers.get("origin");
  if (origin === null || caller.via === "secret" || caller.via === "token") return {};
  if (isOwn(request, origin)) return corsHeaders(origin);
  const own = caller.siteId === null ? new Set<string>() : await origins.ofSite(caller.siteId);
  if (own.has(origin)) return corsHeaders(origin);
  throw new HttpError("forbidden", `The origin ${origin} is not one of this site's origins.`);
}

function corsHeaders(origin: string): Record<string, string> {
  return { "access-control-allow-origin": origin, "access-control-expose-headers": EXPOSED_HEADERS, vary: "origin" };
}

/** Pages that this installation serves itself, such as the demo shop. */
function isOwn(request: Request, origin: string): boolean {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
