import { type Context, iso } from "#services";
import { readEventNames } from "#store/event-catalog";
import type { EventName } from "./schema.ts";

const AT_MOST = 1_000;

/** Every event name seen so far, the most recent first; 1,000 at most. */
export async function listEventNames(ctx: Context): Promise<EventName[]> {
  const rows = await readEventNames(ctx.database.orm, ctx.workspaceId, AT_MOST);
  return rows.map(({ name, count, firstSeenAt, lastSeenAt }) => ({
    name,
    count,
    firstSeenAt: iso(firstSeenAt),
    lastSeenAt: iso(lastSeenAt),
  }));
}
