import { type Context, iso, type Listing, listing, offsetOf, type Page, requireRole } from "#services";
import { countKept, readRejected } from "#store/rejected-signals";
import type { RejectedSignal } from "./schema.ts";

/** Signals that could not be processed and are kept, the latest first (R17). */
export async function listRejected(ctx: Context, page: Page): Promise<Listing<RejectedSignal>> {
  requireRole(ctx, "editor");
  const part = { limit: page.limit, offset: offsetOf(page) };
  const [rows, total] = await Promise.all([readRejected(ctx.database.orm, ctx.workspaceId, part), countRejected(ctx)]);
  const data = rows.map(({ shard, workspaceId, receivedAt, rejectedAt, ...row }) => ({
    ...row,
    receivedAt: iso(receivedAt),
    rejectedAt: iso(rejectedAt),
  }));
  return listing(data, total, page);
}

/** The count stops here, so that a flood of kept signals does not slow the list. */
const COUNTED = 1_001;

/** How many there are; 1,001 stands for more than 1,000. */
export async function countRejected({ database, workspaceId }: Context): Promise<number> {
  return await countKept(database.sql, workspaceId, COUNTED);
}
