import { and, desc, eq, gt } from "drizzle-orm";
import type { Orm } from "#db";
import { retentionPurges } from "./table.ts";

export type RetentionPurgeRow = typeof retentionPurges.$inferSelect;

/** The latest receipts of a workspace, the newest first; runs that found nothing are left out. */
export async function readRetentionPurges(orm: Orm, workspaceId: string, limit: number): Promise<RetentionPurgeRow[]> {
  return orm
    .select()
    .from(retentionPurges)
    .where(and(eq(retentionPurges.workspaceId, workspaceId), gt(retentionPurges.rows, 0)))
    .orderBy(desc(retentionPurges.startedAt), desc(retentionPurges.id))
    .limit(limit);
}
