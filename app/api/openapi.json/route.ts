import { openApiDocument } from "#http";
import "../routes.ts";

export const dynamic = "force-dynamic";

/** The API, described by the same schemas that its routes run. */
export function GET(request: Request): Response {
  const origin = new URL(request.url);
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? origin.host;
  const scheme = request.headers.get("x-forwarded-proto") ?? origin.protocol.slice(0, -1);
  return Response.json(openApiDocument(`${scheme}://${host}`), { headers: { "cache-control": "no-cache" } });
}
