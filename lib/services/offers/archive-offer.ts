import { wakeEngine } from "#db";
import { audit, type Context, requireRole } from "#services";
import { raiseEngineRevision } from "#store/engine-config";
import { setArchived } from "#store/offers";
import { lockOffer } from "./find-offer.ts";
import type { Offer } from "./schema.ts";
import { viewOffer } from "./view-offer.ts";

/** No decision picks an archived offer, and messages do not send it any more; flows keep naming it. */
export function archiveOffer(ctx: Context, reference: string): Promise<Offer> {
  return archive(ctx, reference, true);
}

export function restoreOffer(ctx: Context, reference: string): Promise<Offer> {
  return archive(ctx, reference, false);
}

async function archive(ctx: Context, reference: string, isArchived: boolean): Promise<Offer> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockOffer(ctx, tx, reference);
    if ((before.archivedAt !== null) === isArchived) return before;
    const after = await setArchived(tx, before.id, isArchived);
    await raiseEngineRevision(tx);
    await audit(tx, ctx, isArchived ? "offer.archive" : "offer.restore", before.id, { key: before.key });
    return after;
  });
  wakeEngine();
  return viewOffer(ctx, row);
}
