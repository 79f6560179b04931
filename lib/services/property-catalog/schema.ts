import * as z from "zod";
import { Timestamp } from "#services";

const Value = z.union([z.string(), z.number(), z.boolean()]);

export const CatalogField = z
  .object({
    name: z.string(),
    types: z.array(z.string()).meta({
      description: "`string number boolean date object null`, or of lists `array:` and the types of their items",
    }),
    share: z
      .number()
      .nullable()
      .meta({ description: "Which part of the sampled ones has it, 0 to 1; null: none was sampled" }),
    lastSeenAt: Timestamp.nullable(),
    values: z.array(Value).meta({
      description: "Values that three people or more share; none of a field with more than 40 different values",
    }),
  })
  .meta({ id: "CatalogField" });
export type CatalogField = z.infer<typeof CatalogField>;

const Label = z.object({ name: z.string(), count: z.int() });

export const PropertyCatalog = z
  .object({
    events: z.array(
      z.object({
        name: z.string(),
        count: z.int(),
        firstSeenAt: Timestamp,
        lastSeenAt: Timestamp,
        properties: z.array(CatalogField),
      }),
    ),
    traits: z.array(CatalogField),
    sampledPeople: z
      .int()
      .meta({ description: "Tags, stages and the shares of traits are counted among so many people" }),
    tags: z.array(Label),
    stages: z.array(Label),
    segments: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        key: z.string(),
        name: z.string(),
        kind: z.enum(["static", "rules"]),
        members: z.int(),
      }),
    ),
  })
  .meta({ id: "PropertyCatalog" });
export type PropertyCatalog = z.infer<typeof PropertyCatalog>;
