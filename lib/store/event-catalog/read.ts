import { desc, eq } from "drizzle-orm";
import type { Orm } from "#db";
import { eventCatalog } from "./table.ts";

/** The names of events that a workspace has had, the most recent first. */
export async function readEventNames(orm: Orm, workspaceId: string, limit: number) {
  return orm
    .select()
    .from(eventCatalog)
    .where(eq(eventCatalog.workspaceId, workspaceId))
    .orderBy(desc(eventCatalog.lastSeenAt))
    .limit(limit);
}
