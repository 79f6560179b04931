import { type Context, iso, type Listing, listing, offsetOf } from "#services";
import { shortTraits } from "#services/people";
import { listShownEvents, type ShownEvent } from "#store/events";
import type { Event, EventQuery } from "./schema.ts";

// Counting a log of millions exactly would cost more than anyone gains from it.
const COUNT_AT_MOST = 100_000;

/** Events, newest first. The total is exact up to 100,000. */
export async function listEvents(ctx: Context, query: EventQuery): Promise<Listing<Event>> {
  const { database, workspaceId } = ctx;
  const page = { limit: query.limit, offset: offsetOf(query), countAtMost: COUNT_AT_MOST };
  const { rows, total } = await listShownEvents(database.sql, { ...query, workspaceId }, page);
  return listing(rows.map(viewEvent), total, query);
}

function viewEvent(row: ShownEvent): Event {
  const { external_id: externalId, anonymous_id: anonymousId } = row;
  return {
    id: row.id,
    name: row.name,
    personId: row.person_id,
    endUser: row.person_found
      ? { id: row.person_found, externalId, anonymousId, traits: shortTraits(row.traits ?? {}) }
      : null,
    siteId: row.site_id,
    properties: row.properties,
    context: row.context,
    timestamp: iso(row.timestamp),
    receivedAt: iso(row.received_at),
    messageId: row.message_id,
    imported: row.imported,
  };
}
