import { newId, wakeEngine } from "#db";
import type { JourneyDraft } from "#dialects";
import { type Context, requireRole, type Transaction } from "#services";
import { firstSite } from "#services/campaigns";
import { checkAhead, createJourneyIn, type JourneyRow, publishNewIn, requireDocumentRuns } from "#services/journeys";
import { memberNumber, requirePlace } from "./find-place.ts";
import { findPlaced, viewPlaced } from "./find-place-journey.ts";
import { inTermsOfStates, readMachine, withWarnings } from "./read-machine.ts";
import type { NewPlaceJourney, SavedPlaceJourney } from "./schema.ts";

/**
 * Creates a journey that is not active; a manual one is active at once, in the same transaction, and refused if it cannot
 * run.
 */
export async function createPlaceJourney(
  ctx: Context,
  placeId: number,
  input: NewPlaceJourney,
): Promise<SavedPlaceJourney> {
  requireRole(ctx, "editor");
  await requirePlace(ctx, placeId);
  const journey = readMachine(input, { seed: newId() });
  if (isManual(input)) await inTermsOfStates(journey, () => requireDocumentRuns(ctx, journey.document));
  const placing = await readPlacing(ctx);
  const check = isManual(input) ? await checkAhead(ctx, journey.document) : null;
  const create = async (tx: Transaction) => {
    const created = await insertPlaced(ctx, tx, { input, journey, placing });
    if (check) await publishNewIn(ctx, tx, created, check);
    return created;
  };
  const row = await inTermsOfStates(journey, () => ctx.database.orm.transaction(create));
  wakeEngine();
  const answer = await viewPlaced(ctx, placeId, [await findPlaced(ctx, { placeId, journeyId: row.number })]);
  return withWarnings(answer, input.machine_config);
}

export const isManual = (input: Pick<NewPlaceJourney, "trigger_event">): boolean => input.trigger_event === "manual";

/** Where a new journey belongs, and whose it is. */
export type Placing = { readonly siteId: string; readonly userId: number | null };

export const readPlacing = async (ctx: Context): Promise<Placing> => ({
  siteId: await firstSite(ctx),
  userId: await memberNumber(ctx),
});

type Placed = { readonly input: NewPlaceJourney; readonly journey: JourneyDraft; readonly placing: Placing };

/** Stores a journey that was read, in the caller's transaction; it is not active yet. */
export function insertPlaced(ctx: Context, tx: Transaction, { input, journey, placing }: Placed): Promise<JourneyRow> {
  const { siteId, userId } = placing;
  const { nodes, edges, settings } = journey.document;
  const machineConfig = (input.machine_config ?? null) as Record<string, unknown> | null;
  const place = { triggerEvent: input.trigger_event, machineConfig, revision: 1, userId };
  const { name } = input;
  const description = input.description ?? null;
  return createJourneyIn(ctx, tx, { name, description, siteId, settings, nodes, edges }, { place });
}
