import { type Context, countedListing, type Listing, offsetOf } from "#services";
import { findJourney } from "#services/journeys";
import { listShownDeliveries, type ShownDelivery } from "#store/deliveries";
import { viewDelivery } from "./delivery-row.ts";
import type { Delivery, DeliveryQuery } from "./schema.ts";

/** Deliveries, newest first. */
export async function listDeliveries(ctx: Context, query: DeliveryQuery): Promise<Listing<Delivery>> {
  const { sql } = ctx.database;
  const journeyId = query.journeyId ? (await findJourney(ctx, query.journeyId)).id : null;
  const { workspaceId } = ctx;
  const filter = { ...query, workspaceId, journeyId };
  const { rows, counted } = await listShownDeliveries(sql, filter, { limit: query.limit, offset: offsetOf(query) });
  return countedListing(rows.map(shown), counted, query);
}

const shown = (row: ShownDelivery & { shown_status?: Delivery["status"] }): Delivery =>
  viewDelivery({ ...row, status: row.shown_status ?? row.status });
