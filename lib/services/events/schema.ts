import * as z from "zod";
import { JsonObject } from "#journey";
import { pageFields, Timestamp } from "#services";

export const Event = z
  .object({
    id: z.string(),
    name: z.string(),
    personId: z.string(),
    endUser: z
      .object({
        id: z.string(),
        externalId: z.string().nullable(),
        anonymousId: z.string().nullable(),
        traits: JsonObject,
      })
      .nullable(),
    siteId: z.string().nullable(),
    properties: JsonObject,
    context: JsonObject.nullable(),
    timestamp: Timestamp,
    receivedAt: Timestamp,
    messageId: z.string().nullable(),
    imported: z.boolean(),
  })
  .meta({ id: "Event" });
export type Event = z.infer<typeof Event>;

export const EventQuery = z.object({
  ...pageFields,
  name: z.string().max(255).optional(),
  personId: z.uuid().optional(),
});
export type EventQuery = z.infer<typeof EventQuery>;

export const EventName = z
  .object({ name: z.string(), count: z.int(), firstSeenAt: Timestamp, lastSeenAt: Timestamp })
  .meta({ id: "EventName" });
export type EventName = z.infer<typeof EventName>;
