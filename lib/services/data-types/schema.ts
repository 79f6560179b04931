import * as z from "zod";
import { Timestamp } from "#services";

export const SeenField = z
  .object({
    name: z.string(),
    count: z.int().meta({ description: "How many of the sampled ones have it" }),
    types: z
      .array(z.object({ type: z.string(), count: z.int() }))
      .meta({ description: "`string number boolean null object`, or of lists `array:` and the types of their items" }),
  })
  .meta({ id: "SeenField" });
export type SeenField = z.infer<typeof SeenField>;

export const DataTypes = z
  .object({
    events: z.array(
      z.object({
        name: z.string(),
        count: z.int(),
        lastSeenAt: Timestamp,
        sampled: z.int().meta({ description: "How many of the latest events of this name were looked at" }),
        properties: z.array(SeenField),
      }),
    ),
    traits: z.object({ sampled: z.int(), fields: z.array(SeenField) }),
    segments: z.array(z.string()),
    content: z.array(z.object({ key: z.string(), type: z.string() })),
    journeys: z.array(z.string()),
    decisionFlows: z.array(z.string()),
  })
  .meta({ id: "DataTypes" });
export type DataTypes = z.infer<typeof DataTypes>;
