import { type Context, notFound, readReference, type Transaction } from "#services";
import { type JourneyRow, lockJourneyRow, readJourney, readJourneyStamp } from "#store/journeys";

export type { JourneyRow };

/** By id, `jrn_…`, number or key; throws `not_found`, also when another workspace owns it or it is being deleted. */
export async function findJourney(ctx: Context, reference: string): Promise<JourneyRow> {
  const row = await readJourney(ctx.database.orm, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("journey");
  return row;
}

/** How far a journey is, without its canvas; throws as `findJourney` does. */
export async function findStamp(
  ctx: Context,
  reference: string,
): Promise<Pick<JourneyRow, "id" | "revision" | "updatedAt">> {
  const row = await readJourneyStamp(ctx.database.orm, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("journey");
  return row;
}

/** A journey, locked until the transaction ends: moves and saves of one journey happen one after another. */
export async function lockJourney(ctx: Context, tx: Transaction, reference: string): Promise<JourneyRow> {
  const row = await lockJourneyRow(tx, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("journey");
  return row;
}
