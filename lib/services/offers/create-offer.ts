import { newId, wakeEngine } from "#db";
import { audit, type Context, invalid, requireRole, type Transaction } from "#services";
import { raiseEngineRevision } from "#store/engine-config";
import { insertOffer, type OfferRow } from "#store/offers";
import { columnsOf } from "./columns-of.ts";
import type { NewOffer, Offer } from "./schema.ts";
import { takeName } from "./take-name.ts";
import { textErrors } from "./text-errors.ts";
import { viewOffer } from "./view-offer.ts";

/** Creates an offer, which every flow that names it, or that takes all offers, considers from now on. */
export async function createOffer(ctx: Context, input: NewOffer): Promise<Offer> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => addOffer(ctx, tx, input));
  wakeEngine();
  return viewOffer(ctx, row);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function addOffer(ctx: Context, tx: Transaction, { key, number, ...input }: NewOffer): Promise<OfferRow> {
  const { columns, errors } = await columnsOf(ctx, tx, input);
  const named = await takeName(ctx, tx, "offer", { name: input.name, key, number });
  const all = [...named.errors, ...errors, ...textErrors(input, false)];
  if (all.length > 0) throw invalid("This offer cannot be created.", all);
  const own = { id: newId(), workspaceId: ctx.workspaceId, key: named.key, number: named.number, name: input.name };
  const created = await insertOffer(tx, { ...columns, ...own });
  await raiseEngineRevision(tx);
  await audit(tx, ctx, "offer.create", created.id, { key: created.key });
  return created;
}
