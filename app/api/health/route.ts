import { HttpError, problemResponse } from "#http";
import { isHealthy } from "#services/installation";

export const dynamic = "force-dynamic";

/** Healthy: the process answers, and the database has answered it within the last minute. */
export function GET(): Response {
  if (!isHealthy()) return problemResponse(new HttpError("unavailable", "The database has not answered for a minute."));
  return Response.json({ data: { status: "alive" } }, { headers: { "cache-control": "no-store" } });
}
