import { desc, eq } from "drizzle-orm";
import type { Orm } from "#db";
import type { Page } from "../sql/page.ts";
import { rejectedSignals } from "./table.ts";

/** A page of a workspace's kept signals, the latest first. */
export async function readRejected(orm: Orm, workspaceId: string, page: Page) {
  return orm
    .select()
    .from(rejectedSignals)
    .where(eq(rejectedSignals.workspaceId, workspaceId))
    .orderBy(desc(rejectedSignals.rejectedAt), desc(rejectedSignals.id))
    .limit(page.limit)
    .offset(page.offset);
}
