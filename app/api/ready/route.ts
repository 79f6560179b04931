import { HttpError, problemResponse } from "#http";
import { isReady } from "#services/installation";

export const dynamic = "force-dynamic";

/** Ready: the database answers and has every table of this build. */
export async function GET(): Promise<Response> {
  if (!(await isReady()))
    return problemResponse(new HttpError("unavailable", "The database does not answer or is not migrated."));
  return Response.json({ data: { status: "ready" } }, { headers: { "cache-control": "no-store" } });
}
