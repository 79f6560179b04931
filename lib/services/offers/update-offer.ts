import { wakeEngine } from "#db";
import {
  audit,
  type Context,
  changesOf,
  type FieldError,
  fieldError,
  invalid,
  requireRole,
  type Transaction,
} from "#services";
import { raiseEngineRevision } from "#store/engine-config";
import { type OfferRow, updateOfferRow } from "#store/offers";
import { columnsOf } from "./columns-of.ts";
import { lockOffer } from "./find-offer.ts";
import type { Offer, OfferPatch } from "./schema.ts";
import { textErrors } from "./text-errors.ts";
import { viewOffer } from "./view-offer.ts";

/** Changes an offer, only given fields; decisions from now on use them. */
export async function updateOffer(ctx: Context, reference: string, patch: OfferPatch): Promise<Offer> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => changeOffer(ctx, tx, reference, patch));
  wakeEngine();
  return viewOffer(ctx, row);
}

/** The same in the caller's transaction, whose role was checked and who wakes the engine. */
export async function changeOffer(
  ctx: Context,
  tx: Transaction,
  reference: string,
  patch: OfferPatch,
): Promise<OfferRow> {
  const { columns, errors } = await columnsOf(ctx, tx, patch);
  const before = await lockOffer(ctx, tx, reference);
  const all = [...errors, ...textErrors(patch, false), ...orderErrors({ ...before, ...columns }, patch)];
  if (all.length > 0) throw invalid("This offer cannot be changed so.", all);
  const after = await updateOfferRow(tx, before.id, columns);
  await raiseEngineRevision(tx);
  await audit(tx, ctx, "offer.update", before.id, { changes: changesOf(before, after, Object.keys(patch)) });
  return after;
}

/** A patch may give one of the two times; the other one is stored. */
function orderErrors(
  { startsAt, endsAt }: { readonly startsAt: Date | null; readonly endsAt: Date | null },
  patch: OfferPatch,
): FieldError[] {
  if (startsAt === null || endsAt === null || startsAt < endsAt) return [];
  if (patch.startsAt == null && patch.endsAt == null) return [];
  const field = patch.endsAt == null ? "startsAt" : "endsAt";
  return [fieldError([field], field === "endsAt" ? "must be later than startsAt" : "must be earlier than endsAt")];
}
