import { type Context, type Listing, listing } from "#services";
import { listJourneyRows } from "#services/journeys";
import type { V1Journey, V1JourneyQuery } from "./schema.ts";
import { viewOf } from "./view.ts";

/** Journeys, newest change first; archived ones only when `status` asks for them. */
export async function listV1Journeys(ctx: Context, query: V1JourneyQuery): Promise<Listing<V1Journey>> {
  const { status, ...others } = query;
  const wanted = status === undefined ? {} : { status: status === "active" ? ("PUBLISHED" as const) : upper(status) };
  const { rows, total } = await listJourneyRows(ctx, { ...others, ...wanted });
  return listing(rows.map(viewOf), total, query);
}

const upper = (status: "draft" | "paused" | "archived") =>
  status.toUpperCase() as Uppercase<"draft" | "paused" | "archived">;
