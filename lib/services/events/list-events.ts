import { type Context, countedListing, iso, type Listing, offsetOf } from "#services";
import { shortTraits } from "#services/people";
import { countEvents, listNamedEvents, listShownEvents, type ShownEvent } from "#store/events";
import type { Event, EventQuery } from "./schema.ts";

/** Events, newest first. A total above ten thousand is an estimate. */
export async function listEvents(ctx: Context, query: EventQuery): Promise<Listing<Event>> {
  const { database, workspaceId } = ctx;
  const filter = { ...query, workspaceId };
  const offset = offsetOf(query);
  const { name, limit } = query;
  if (name !== undefined && query.personId === undefined) {
    const { rows, counted } = await listNamedEvents(database.sql, { workspaceId, name }, { limit, offset });
    return countedListing(rows.map(viewEvent), counted, query);
  }
  const rows = await listShownEvents(database.sql, filter, { limit, offset });
  const isLast = rows.length < limit && (rows.length > 0 || offset === 0);
  const counted = isLast ? { total: offset + rows.length, isAbout: false } : await countEvents(database.sql, filter);
  return countedListing(rows.map(viewEvent), counted, query);
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
