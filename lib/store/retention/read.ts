import { desc, eq } from "drizzle-orm";
import type { Orm } from "#db";
import { retentionPurges } from "./table.ts";

export type RetentionPurgeRow = typeof retentionPurges.$inferSelect;

/** The latest receipts of a workspace, the newest first. */
export async function readRetentionPurges(orm: Orm, workspaceId: string, limit: number): Promise<RetentionPurgeRow[]> {
  return orm
    .select()
    .from(retentionPurges)
    .where(eq(retentionPurges.workspaceId, workspaceId))
    .orderBy(desc(retentionPurges.startedAt), desc(retentionPurges.id))
    .limit(limit);
}
