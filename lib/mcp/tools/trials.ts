import * as z from "zod";
import { JsonObject } from "#journey";
import { forbidden } from "#services";
import { Backtest, backtestJourney, TestRun, testJourney } from "#services/trials";
import { JourneyName } from "../fields.ts";
import { seesPeople, tool } from "../tool.ts";

const Event = { eventName: z.string().min(1).max(255), properties: JsonObject.optional() };

export const simulateJourneyTool = tool({
  title: "Simulate a person",
  description:
    "Runs one person through the saved draft on a virtual clock and says why each step was taken; nothing is sent. A made-up person by `person`; a real one by `personId`, which needs the scope personal.",
  scope: "read",
  changes: false,
  input: z.strictObject({
    journey: JourneyName,
    personId: z.uuid().optional(),
    person: z
      .strictObject({
        traits: JsonObject.optional(),
        tags: z.array(z.string().min(1).max(255)).max(100).optional(),
        segments: z.array(z.string().min(1).max(255)).max(100).optional(),
      })
      .optional(),
    trigger: z.strictObject(Event).optional().meta({ description: "The event that starts it" }),
    events: z
      .array(z.strictObject({ ...Event, after: z.string().max(100).meta({ description: "A duration such as 2d" }) }))
      .max(100)
      .optional()
      .meta({ description: "What the person does later" }),
  }),
  output: TestRun,
  handler: (caller, { journey, ...input }) => {
    if (input.personId && !seesPeople(caller))
      throw forbidden("A real person's run shows what is known of them: this needs a key with the scope personal.");
    return testJourney(caller.ctx, journey, input);
  },
});

export const backtestJourneyTool = tool({
  title: "Backtest a draft",
  description:
    "Replays past events through the saved draft and through the published version, and compares them. Sends nothing.",
  scope: "read",
  changes: false,
  input: z.strictObject({
    journey: JourneyName,
    days: z.int().min(1).max(90),
    people: z.int().min(1).max(5_000).optional(),
  }),
  output: Backtest,
  handler: ({ ctx }, { journey, days, people = 1_000 }) =>
    backtestJourney(ctx, journey, { days, people, draft: undefined }),
});
