import { eq, sql } from "drizzle-orm";
import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { schema } from "#store";
import { raiseEngineRevision } from "#store/engine-config";
import { lockOffer } from "./find-offer.ts";
import type { Offer } from "./schema.ts";
import { viewOffer } from "./view-offer.ts";

const { offers } = schema;

/** No decision picks an archived offer, and messages do not send it any more; flows keep naming it. */
export function archiveOffer(ctx: Context, reference: string): Promise<Offer> {
  return setArchived(ctx, reference, true);
}

export function restoreOffer(ctx: Context, reference: string): Promise<Offer> {
  return setArchived(ctx, reference, false);
}

async function setArchived(ctx: Context, reference: string, isArchived: boolean): Promise<Offer> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockOffer(ctx, tx, reference);
    if ((before.archivedAt !== null) === isArchived) return before;
    const [after] = await tx
      .update(offers)
      .set({ archivedAt: isArchived ? sql`now()` : null, updatedAt: sql`now()` })
      .where(eq(offers.id, before.id))
      .returning();
    if (!after) throw new Error("the locked offer is gone");
    await raiseEngineRevision(tx);
    await audit(tx, ctx, isArchived ? "offer.archive" : "offer.restore", before.id, { key: before.key });
    return after;
  });
  wakeEngine();
  return viewOffer(ctx, row);
}
