import { count, desc, eq } from "drizzle-orm";
import { schema } from "#db";
import { type Context, iso, type Listing, listing, offsetOf, type Page, requireRole } from "#services";
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

export async function countRejected({ database, workspaceId }: Context): Promise<number> {
  const own = eq(rejectedSignals.workspaceId, workspaceId);
  const [row] = await database.orm.select({ total: count() }).from(rejectedSignals).where(own);
  return row?.total ?? 0;
}
