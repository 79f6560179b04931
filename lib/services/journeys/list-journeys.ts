import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { listJourneyRows as listRows } from "#store/journeys";
import type { JourneyRow } from "./find-journey.ts";
import type { Journey, JourneyQuery } from "./schema.ts";
import { viewJourneys } from "./view-journey.ts";

/** Journeys, newest change first; archived ones only when `status` asks for them. */
export async function listJourneys(ctx: Context, query: JourneyQuery): Promise<Listing<Journey>> {
  const { rows, total } = await listJourneyRows(ctx, query);
  return listing(await viewJourneys(ctx, rows), total, query);
}

/** A page of the same as rows, and how many there are. */
export async function listJourneyRows(
  ctx: Context,
  query: JourneyQuery,
): Promise<{ readonly rows: JourneyRow[]; readonly total: number }> {
  const filter = {
    workspaceId: ctx.workspaceId,
    status: query.status ? statusOf(query.status) : null,
    siteId: query.siteId ?? null,
    pattern: query.search ? likePattern(query.search) : null,
  };
  return listRows(ctx.database.orm, filter, { limit: query.limit, offset: offsetOf(query) });
}

const statusOf = (status: Journey["status"]) => status.toLowerCase() as JourneyRow["status"];
