import { desc, eq } from "drizzle-orm";
import { type Context, iso, type Listing, listing, offsetOf, type Page, requireRole } from "#services";
import { schema } from "#store";
import { countKept } from "#store/rejected-signals";
import type { RejectedSignal } from "./schema.ts";

const { rejectedSignals } = schema;

/** Signals that could not be processed and are kept, the latest first (R17). */
export async function listRejected(ctx: Context, page: Page): Promise<Listing<RejectedSignal>> {
  requireRole(ctx, "editor");
  const { orm } = ctx.database;
  const own = eq(rejectedSignals.workspaceId, ctx.workspaceId);
  const [rows, total] = await Promise.all([
    orm
      .select()
      .from(rejectedSignals)
      .where(own)
      .orderBy(desc(rejectedSignals.rejectedAt), desc(rejectedSignals.id))
      .limit(page.limit)
      .offset(offsetOf(page)),
    countRejected(ctx),
  ]);
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
