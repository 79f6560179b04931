import { eq } from "drizzle-orm";
import type { Orm } from "#db";
import { propertyCatalog } from "./table.ts";

export type PropertyRow = typeof propertyCatalog.$inferSelect;

/** What was seen of properties and traits in a workspace, the most frequent first. */
export async function readProperties(orm: Orm, workspaceId: string): Promise<PropertyRow[]> {
  const rows = await orm.select().from(propertyCatalog).where(eq(propertyCatalog.workspaceId, workspaceId));
  return rows.sort((one, other) => other.count - one.count);
}
