import { type Context, invalidField, requireRole } from "#services";
import { draftOf, type JourneyRow, replaceDraft, updateJourney } from "#services/journeys";
import { findPlaced, type PlacedRow, viewPlaced } from "./find-place-journey.ts";
import { withNumbers } from "./numbers.ts";
import { inTermsOfStates, readMachine, withWarnings } from "./read-machine.ts";
import type { PlaceJourneyParams, PlaceJourneyPatch, SavedPlaceJourney } from "./schema.ts";

/** Changes a journey, only given fields; new steps of an active journey are published at once. */
export async function updatePlaceJourney(
  ctx: Context,
  params: PlaceJourneyParams,
  input: PlaceJourneyPatch,
): Promise<SavedPlaceJourney> {
  requireRole(ctx, "editor");
  const row = await findPlaced(ctx, params);
  const { triggerEvent } = row.place;
  if (input.trigger_event !== undefined && input.trigger_event !== triggerEvent)
    throw invalidField(["trigger_event"], "The trigger event cannot change after the journey was created");
  const { name = row.name } = input;
  const description = input.description === undefined ? row.description : input.description;
  if (input.machine_config === undefined) await updateJourney(ctx, row.id, { name, description });
  else await replaceSteps(ctx, row, { name, description, machine_config: input.machine_config });
  return withWarnings(await viewPlaced(ctx, params.placeId, [await findPlaced(ctx, params)]), input.machine_config);
}

type Steps = { readonly name: string; readonly description: string | null; readonly machine_config: unknown };

async function replaceSteps(ctx: Context, row: PlacedRow, steps: Steps): Promise<void> {
  const { name, description, machine_config } = steps;
  const foreign = { ...steps, trigger_event: row.place.triggerEvent };
  const drawn = await withNumbers(ctx, draftOf(row));
  const journey = readMachine(foreign, { seed: row.id, before: { name, description, document: drawn } });
  const machineConfig = machine_config as PlacedRow["place"]["machineConfig"];
  await inTermsOfStates(journey, () =>
    replaceDraft(ctx, row.id, ({ revision }: JourneyRow) => ({
      document: journey.document,
      change: { name, description, place: { ...row.place, machineConfig, revision: revision + 1 } },
    })),
  );
}
