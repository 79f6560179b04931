import * as z from "zod";
import { JsonObject, PAUSE_MODES } from "#journey";
import { enrollPeople } from "#services/enrollments";
import { Journey, pauseJourney } from "#services/journeys";
import { JourneyName } from "../fields.ts";
import { tool } from "../tool.ts";

export const enrollPeopleTool = tool({
  title: "Enroll people",
  description: "Puts people who are known into a published journey, which may send them messages. All of them or none.",
  scope: "send",
  changes: true,
  input: z.strictObject({
    journey: JourneyName,
    people: z
      .array(z.strictObject({ personId: z.uuid().optional(), userId: z.string().min(1).max(255).optional() }))
      .min(1)
      .max(100),
    properties: JsonObject.optional(),
  }),
  output: z.object({
    enrollments: z
      .array(
        z.object({
          personId: z.string(),
          enrollmentId: z.string().nullable(),
          status: z.string(),
          reason: z.string().nullable(),
        }),
      )
      .optional(),
    operation: z.object({ id: z.string(), status: z.string(), done: z.int(), total: z.int().nullable() }).optional(),
  }),
  handler: ({ ctx }, { journey, ...input }) => enrollPeople(ctx, journey, input),
});

export const pauseJourneyTool = tool({
  title: "Pause a journey",
  description:
    "hold: people stop in place. drain: nobody new, others continue. queue: nobody new, actions wait. A person resumes it.",
  scope: "publish",
  changes: true,
  input: z.strictObject({ journey: JourneyName, pauseMode: z.enum(PAUSE_MODES).default("hold") }),
  output: z.object({ journey: Journey }),
  handler: async ({ ctx }, { journey, pauseMode }) => ({ journey: await pauseJourney(ctx, journey, pauseMode) }),
});
