import * as z from "zod";
import { EntryConditions, OrderedSteps, Step, Steps } from "#dialects";
import { HIGHEST_NUMBER, pageFields, Timestamp } from "#services";
import { PauseMode } from "#services/journeys";

/** The words of source 002 for the status of a journey. */
export const V1_STATUSES = ["draft", "active", "paused", "archived"] as const;
export const V1Status = z.enum(V1_STATUSES);
export type V1Status = z.infer<typeof V1Status>;

export const V1Problem = z
  .object({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    stepId: z.string().nullable(),
    pointer: z.string().meta({ description: "JSON pointer into the journey as this API writes it" }),
    message: z.string(),
  })
  .meta({ id: "V1Problem" });
export type V1Problem = z.infer<typeof V1Problem>;

export const V1Journey = z
  .object({
    id: z.string().meta({ description: "`jrn_…`" }),
    name: z.string(),
    status: V1Status,
    maxDuration: z.int().nullable().meta({ description: "In days" }),
    stepCount: z.int(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "V1Journey" });
export type V1Journey = z.infer<typeof V1Journey>;

/** The answer to a change: what was accepted, but is not finished or not known, is in `warnings`, if anything is. */
export const SavedV1Journey = V1Journey.extend({ warnings: z.array(V1Problem).optional() });
export type SavedV1Journey = z.infer<typeof SavedV1Journey>;

export const V1JourneyDetail = V1Journey.extend({
  description: z.string().nullable(),
  entryConditions: EntryConditions,
  steps: z.array(Step),
  losses: z
    .array(z.object({ stepId: z.string().nullable(), field: z.string(), message: z.string() }))
    .optional()
    .meta({ description: "What a journey that was drawn elsewhere has and steps cannot say" }),
}).meta({ id: "V1JourneyDetail" });
export type V1JourneyDetail = z.infer<typeof V1JourneyDetail>;

const { name, description, maxDuration, entryConditions } = OrderedSteps.shape;
const written = { name, description, maxDuration, entryConditions, steps: Steps };

export const NewV1Journey = z.strictObject({
  ...written,
  steps: Steps.optional(),
  status: z
    .literal("draft", { error: "must be draft: a journey is created as a draft and activated later" })
    .optional(),
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,119}$/, "may have small letters, digits, - and _")
    .optional(),
  number: z.int().min(1).max(HIGHEST_NUMBER).optional(),
});
export type NewV1Journey = z.infer<typeof NewV1Journey>;

/** Only given fields change. `pauseMode` says what a pause does to people inside; they stay in place unless it is given. */
export const V1JourneyPatch = z.strictObject({ ...written, status: V1Status, pauseMode: PauseMode }).partial();
export type V1JourneyPatch = z.infer<typeof V1JourneyPatch>;

export const V1JourneyQuery = z.object({
  ...pageFields,
  status: V1Status.optional(),
  search: z.string().max(255).optional(),
});
export type V1JourneyQuery = z.infer<typeof V1JourneyQuery>;

export const V1Validation = z
  .object({ valid: z.boolean().meta({ description: "True when it can be activated" }), problems: z.array(V1Problem) })
  .meta({ id: "V1Validation" });
export type V1Validation = z.infer<typeof V1Validation>;
