import { stateMachine, type TriggerEvent } from "#dialects";
import { type Context, notFound } from "#services";
import { draftOf, findJourney, type JourneyRow } from "#services/journeys";
import { requirePlace } from "./find-place.ts";
import { withNumbers } from "./numbers.ts";
import type { PlaceJourney, PlaceJourneyParams, PlaceJourneys } from "./schema.ts";

export type PlacedRow = JourneyRow & { readonly place: NonNullable<JourneyRow["place"]> };

/** A journey that was made here, by its number; throws `not_found`. */
export async function findPlaced(ctx: Context, { placeId, journeyId }: PlaceJourneyParams): Promise<PlacedRow> {
  await requirePlace(ctx, placeId);
  const row = await findJourney(ctx, String(journeyId));
  if (row.number !== journeyId || !isPlaced(row)) throw notFound("journey");
  return row;
}

export const isPlaced = (row: JourneyRow): row is PlacedRow => row.place !== null && row.status !== "archived";

export const isManual = ({ place }: PlacedRow): boolean => place.triggerEvent === "manual";

/** Journeys as an answer has them, by id. */
export async function viewPlaced(ctx: Context, placeId: number, rows: readonly PlacedRow[]): Promise<PlaceJourneys> {
  const views = await Promise.all(rows.map(async (row) => [row.number, await viewOf(ctx, placeId, row)] as const));
  return { "node.journey_definition": Object.fromEntries(views) };
}

async function viewOf(ctx: Context, placeId: number, row: PlacedRow): Promise<PlaceJourney> {
  const { triggerEvent, userId } = row.place;
  return {
    id: row.number,
    placeId,
    userId,
    name: row.name,
    description: row.description,
    triggerEvent: triggerEvent as TriggerEvent,
    machineConfig: await machineOf(ctx, row),
    active: isManual(row) || row.status === "published",
    created: secondsOf(row.createdAt),
    updated: secondsOf(row.updatedAt),
  };
}

/** As given, unless the journey was drawn differently since: then as the format says it now. */
async function machineOf(ctx: Context, row: PlacedRow): Promise<PlaceJourney["machineConfig"]> {
  if (row.place.revision === row.revision) return row.place.machineConfig;
  const document = await withNumbers(ctx, draftOf(row));
  return stateMachine.write({ name: row.name, description: row.description, document }).foreign.machine_config;
}

const secondsOf = (time: Date): number => Math.floor(time.getTime() / 1_000);
