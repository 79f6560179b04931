import { and, eq, inArray } from "drizzle-orm";
import { audit, type Context, requireRole } from "#services";
import { schema } from "#store";
import { countRejected } from "./list-rejected.ts";
import type { DiscardInput } from "./schema.ts";

const { rejectedSignals } = schema;

/** Discards kept signals permanently; the audit log records who did it. */
export async function discardRejected(ctx: Context, input: DiscardInput): Promise<{ discarded: number; left: number }> {
  requireRole(ctx, "editor");
  const { orm } = ctx.database;
  const gone = await orm.transaction(async (tx) => {
    const rows = await tx
      .delete(rejectedSignals)
      .where(and(eq(rejectedSignals.workspaceId, ctx.workspaceId), inArray(rejectedSignals.id, input.ids)))
      .returning({ id: rejectedSignals.id });
    await audit(tx, ctx, "signals.discard", "rejected", { signals: rows.length });
    return rows.length;
  });
  return { discarded: gone, left: await countRejected(ctx) };
}
