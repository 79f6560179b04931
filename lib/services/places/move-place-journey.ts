import { type Context, conflict, requireRole } from "#services";
import { deleteJourney, draftOf, pauseJourney, publishJourney } from "#services/journeys";
import { findPlaced, isManual, type PlacedRow, viewPlaced } from "./find-place-journey.ts";
import { inTermsOfStates } from "./read-machine.ts";
import type { PlaceJourneyParams, PlaceJourneys } from "./schema.ts";

/** Lets the journey start executions from now on; one that is active stays so. */
export async function startPlaceJourney(ctx: Context, params: PlaceJourneyParams): Promise<PlaceJourneys> {
  requireRole(ctx, "editor");
  const row = await findPlaced(ctx, params);
  if (row.status !== "published") await publish(ctx, row);
  return viewPlaced(ctx, params.placeId, [await findPlaced(ctx, params)]);
}

/** No new executions; running ones go on. */
export async function stopPlaceJourney(ctx: Context, params: PlaceJourneyParams): Promise<PlaceJourneys> {
  requireRole(ctx, "editor");
  const row = await findPlaced(ctx, params);
  if (isManual(row)) throw conflict("Manual journeys are always active; they run only when they are asked to.");
  if (row.status === "published") await pauseJourney(ctx, row.id, "drain");
  return viewPlaced(ctx, params.placeId, [await findPlaced(ctx, params)]);
}

/** Deletes the journey and all its executions. */
export async function deletePlaceJourney(ctx: Context, params: PlaceJourneyParams): Promise<void> {
  requireRole(ctx, "editor");
  await deleteJourney(ctx, (await findPlaced(ctx, params)).id);
}

/** Publishes the journey; a refusal points to its states. */
export async function publish(ctx: Context, row: PlacedRow): Promise<void> {
  const { name, description } = row;
  await inTermsOfStates({ name, description, document: draftOf(row) }, () => publishJourney(ctx, row.id));
}
