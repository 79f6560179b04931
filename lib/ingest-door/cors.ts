import { type Caller, HttpError } from "#http";
import type { SiteOrigins } from "./site-origins.ts";

const ALLOWED_HEADERS = "authorization, api-key, content-type, content-encoding, idempotency-key";
const EXPOSED_HEADERS = "ratelimit, ratelimit-policy, retry-after, x-request-id";

/**
 * The answer to a preflight: the origin is allowed if any site lists it, with all requested headers, because each
 * client has its own; the key is checked at the request itself.
 */
export async function preflight(request: Request, origins: SiteOrigins): Promise<Response> {
  const origin = request.headers.get("origin");
  const known = await isKnownOrigin(request, origins);
  if (!known) return new Response(null, { status: origin === null ? 204 : 403, headers: { vary: "origin" } });
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, POST, PUT",
      "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? ALLOWED_HEADERS,
      "access-control-max-age": "600",
      vary: "access-control-request-headers",
    },
  });
}

/** Refuses a browser whose origin is not one of the key's site. */
export async function requireOwnOrigin(request: Request, caller: Caller, origins: SiteOrigins): Promise<void> {
  const origin = request.headers.get("origin");
  if (origin === null || caller.via === "secret" || caller.via === "token" || isOwn(request, origin)) return;
  const own = caller.siteId === null ? new Set<string>() : await origins.ofSite(caller.siteId);
  if (own.has(origin)) return;
  throw new HttpError("forbidden", `The origin ${origin} is not one of this site's origins.`);
}

/**
 * Lets scripts of known origins read every answer: without these headers a page takes a refusal for a network error and
 * keeps retrying. Known are the origins of any site, because an unknown key does not identify its site.
 */
export async function addCorsHeaders(request: Request, response: Response, origins: SiteOrigins): Promise<Response> {
  const origin = request.headers.get("origin");
  if (origin === null) return response;
  response.headers.append("vary", "origin");
  if (!(await isKnownOrigin(request, origins))) return response;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set("access-control-expose-headers", EXPOSED_HEADERS);
  return response;
}

async function isKnownOrigin(request: Request, origins: SiteOrigins): Promise<boolean> {
  const origin = request.headers.get("origin");
  return origin !== null && (isOwn(request, origin) || (await origins.isKnown(origin)));
}

/** Pages that this installation serves itself, such as the demo shop. */
function isOwn(request: Request, origin: string): boolean {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
