import { desc, eq } from "drizzle-orm";
import { type Context, iso } from "#services";
import { schema } from "#store";
import type { EventName } from "./schema.ts";

/** Every event name seen so far, the most recent first; 1,000 at most. */
export async function listEventNames(ctx: Context): Promise<EventName[]> {
  const { eventCatalog } = schema;
  const rows = await ctx.database.orm
    .select()
    .from(eventCatalog)
    .where(eq(eventCatalog.workspaceId, ctx.workspaceId))
    .orderBy(desc(eventCatalog.lastSeenAt))
    .limit(1_000);
  return rows.map(({ name, count, firstSeenAt, lastSeenAt }) => ({
    name,
    count,
    firstSeenAt: iso(firstSeenAt),
    lastSeenAt: iso(lastSeenAt),
  }));
}
