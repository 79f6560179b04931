import * as z from "zod";

const MAX_NAME = 255;
const id = z
  .union([z.string().trim().max(MAX_NAME), z.number().int().transform(String)])
  .nullish()
  .transform((value) => (value ? value : undefined));
const jsonObject = z.record(z.string(), z.unknown());

const optionalObject = jsonObject.nullish().transform((value) => value ?? undefined);

const shared = {
  userId: id,
  userHash: z.unknown().optional(),
  anonymousId: id,
  messageId: z
    .string()
    .max(MAX_NAME)
    .nullish()
    .transform((value) => value || undefined),
  context: optionalObject,
};

const eventName = z.string().trim().min(1, "name the event").max(MAX_NAME);
const shortText = z.string().max(MAX_NAME).nullish();

/**
 * The fields of each call; times are parsed separately, and fields for other Segment destinations are accepted and
 * dropped.
 */
export const MESSAGES = {
  identify: z.object({ ...shared, traits: optionalObject }),
  track: z.object({ ...shared, event: eventName, properties: optionalObject }),
  page: z.object({ ...shared, name: shortText, category: shortText, properties: optionalObject }),
  screen: z.object({ ...shared, name: shortText, category: shortText, properties: optionalObject }),
  group: z.object({ ...shared, groupId: id, traits: optionalObject }),
  alias: z.object({ ...shared, previousId: id }),
} as const;

export type MessageType = keyof typeof MESSAGES;
export const MESSAGE_TYPES = Object.keys(MESSAGES) as MessageType[];

/** Events at most in one batch. */
export const MAX_BATCH = 500;

/** The envelope of `/api/batch`; each message in it is parsed by its own type, so that a refusal names the field. */
export const Batch = z.object({
  batch: z.array(z.unknown()).min(1, "send at least one event"),
  context: optionalObject,
});
