import { desc, eq } from "drizzle-orm";
import type { Orm } from "#db";
import { archivePurges } from "./table.ts";

export type ArchivePurgeRow = typeof archivePurges.$inferSelect;

/** The latest receipts of a workspace, the newest first. */
export async function readPurges(orm: Orm, workspaceId: string, limit: number): Promise<ArchivePurgeRow[]> {
  return orm
    .select()
    .from(archivePurges)
    .where(eq(archivePurges.workspaceId, workspaceId))
    .orderBy(desc(archivePurges.startedAt), desc(archivePurges.id))
    .limit(limit);
}
