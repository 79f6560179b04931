import { HttpError, problemResponse } from "#http";
import { figuresFrom, isReady } from "#services/installation";

export const dynamic = "force-dynamic";

/** Ready: the database answers and has every table of this build. A standby that is away does not count. */
export async function GET(): Promise<Response> {
  if (!(await isReady()))
    return problemResponse(new HttpError("unavailable", "The database does not answer or is not migrated."));
  return Response.json(
    { data: { status: "ready", figures: figuresFrom() } },
    { headers: { "cache-control": "no-store" } },
  );
}
