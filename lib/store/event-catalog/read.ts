import { desc, eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
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

/** The names of all events that a workspace has had. */
export async function readKnownEvents(orm: Orm | Transaction, workspaceId: string): Promise<string[]> {
  const { name } = eventCatalog;
  const rows = await orm.select({ name }).from(eventCatalog).where(eq(eventCatalog.workspaceId, workspaceId));
  return rows.map((row) => row.name);
}
