import * as z from "zod";

const MAX_NAME = 255;
const id = z
  .union([z.string().trim().max(MAX_NAME), z.number().int().transform(String)])
  .nullish()
  .transform((value) => (value ? value : undefined));
const jsonObject = z.record(z.string(), z.unknown());
const optionalObject = jsonObject.nullish().transform((value) => value ?? undefined);

/** An ISO 8601 moment or milliseconds since 1970, between the years 1970 and 9999. */
const moment = z
  .union([z.string(), z.number()], "write an ISO 8601 date and time, e.g. 2026-03-01T09:00:00Z")
  .transform((value, context) => {
    const at = new Date(value);
    const ms = at.getTime();
    if (ms >= 0 && ms < 253_402_300_800_000) return at;
    context.addIssue({ code: "custom", message: "write an ISO 8601 date and time, e.g. 2026-03-01T09:00:00Z" });
    return z.NEVER;
  })
  .nullish()
  .transform((value) => value ?? undefined);

const shared = {
  userId: id,
  anonymousId: id,
  timestamp: moment,
  sentAt: moment,
  messageId: z
    .string()
    .max(MAX_NAME)
    .nullish()
    .transform((value) => value || undefined),
  context: optionalObject,
};

const eventName = z.string().trim().min(1, "name the event").max(MAX_NAME);

/** What each call carries; fields that other Segment destinations use are let pass and dropped. */
export const MESSAGES = {
  identify: z.object({ ...shared, traits: optionalObject }),
  track: z.object({ ...shared, event: eventName, properties: optionalObject }),
  page: z.object({ ...shared, name: z.string().max(MAX_NAME).nullish(), properties: optionalObject }),
  screen: z.object({ ...shared, name: z.string().max(MAX_NAME).nullish(), properties: optionalObject }),
  group: z.object({ ...shared, groupId: id, traits: optionalObject }),
  alias: z.object({ ...shared, previousId: id }),
} as const;

export type MessageType = keyof typeof MESSAGES;
export const MESSAGE_TYPES = Object.keys(MESSAGES) as MessageType[];

/** Events at most in one batch. */
export const MAX_BATCH = 500;

/** The envelope; each message in it is parsed by its own type, so that a refusal names the field. */
export const Batch = z.object({
  batch: z.array(jsonObject).min(1, "send at least one event"),
  sentAt: moment,
  context: optionalObject,
});
