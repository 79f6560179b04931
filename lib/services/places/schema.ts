import * as z from "zod";
import { MachineConfig, TRIGGER_EVENTS } from "#dialects";
import { PageMeta, pageFields } from "#services";

const Id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

export const PlaceParams = z.object({ placeId: Id });
export const PlaceJourneyParams = z.object({ placeId: Id, journeyId: Id });
export type PlaceJourneyParams = z.infer<typeof PlaceJourneyParams>;

export const PlaceJourneyQuery = z.object(pageFields);
export type PlaceJourneyQuery = z.infer<typeof PlaceJourneyQuery>;

/** The steps are read by the dialect, which tells everything wrong at once; the schema is for readers. */
const Steps = z.unknown().meta({ description: "`initial` and `states`; null = the journey completes at once" });
const description = z.string().max(10_000).nullish();
const name = z.string().trim().min(1).max(255);

export const NewPlaceJourney = z.strictObject({
  name,
  trigger_event: z.enum(TRIGGER_EVENTS),
  description,
  machine_config: Steps.optional(),
});
export type NewPlaceJourney = z.infer<typeof NewPlaceJourney>;

export const PlaceJourneyPatch = z.strictObject({
  name: name.optional(),
  trigger_event: z
    .enum(TRIGGER_EVENTS)
    .optional()
    .meta({ description: "Cannot change; the present one may be repeated" }),
  description,
  machine_config: Steps.optional(),
});
export type PlaceJourneyPatch = z.infer<typeof PlaceJourneyPatch>;

export const RunInput = z
  .strictObject({
    include_segment_ids: z.array(z.int().min(1)).max(1_000).optional(),
    exclude_segment_ids: z.array(z.int().min(1)).max(1_000).optional(),
  })
  .optional();
export type RunInput = z.infer<typeof RunInput>;

export const Triggered = z.object({ triggered: z.int() });

/** A journey as an answer has it. */
export const PlaceJourney = z
  .object({
    id: z.int(),
    placeId: z.int(),
    userId: z.int().nullable().meta({ description: "The member who owns the key with which it was made" }),
    name: z.string(),
    description: z.string().nullable(),
    triggerEvent: z.enum(TRIGGER_EVENTS),
    machineConfig: z.union([MachineConfig, z.looseObject({})]).nullable(),
    active: z.boolean(),
    created: z.int().meta({ description: "Unix seconds" }),
    updated: z.int().meta({ description: "Unix seconds" }),
  })
  .meta({ id: "PlaceJourney" });
export type PlaceJourney = z.infer<typeof PlaceJourney>;

const byId = z.record(z.string(), PlaceJourney);

export const PlaceJourneys = z.object({ "node.journey_definition": byId });
export type PlaceJourneys = z.infer<typeof PlaceJourneys>;

/** Something of a request that is accepted and does nothing. */
export const PlaceWarning = z.object({ pointer: z.string(), code: z.string(), message: z.string() });
export type PlaceWarning = z.infer<typeof PlaceWarning>;

/** The answer to a change: what is stored as it was given and does nothing is in `warnings`, if anything is. */
export const SavedPlaceJourney = PlaceJourneys.extend({ warnings: z.array(PlaceWarning).optional() });
export type SavedPlaceJourney = z.infer<typeof SavedPlaceJourney>;

export const PlaceJourneyList = PlaceJourneys.extend({ meta: PageMeta });
export type PlaceJourneyList = z.infer<typeof PlaceJourneyList>;
