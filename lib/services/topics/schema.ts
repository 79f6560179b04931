import * as z from "zod";
import { Reference, Timestamp } from "#services";

const KEY = /^[a-z0-9][a-z0-9_-]{0,119}$/;

const fields = {
  name: z.string().trim().min(1).max(255),
  description: z.string().trim().max(1_000).nullish().meta({ description: "Shown on the preference page" }),
  defaultOn: z
    .boolean()
    .optional()
    .meta({ description: "Whether people who never answered receive it; true unless given" }),
  doubleOptIn: z.boolean().optional().meta({ description: "A subscription counts once it is confirmed by a mail" }),
  confirmationContentId: Reference.nullish().meta({
    description: "The email that asks for it, with {{ confirmUrl }}; a plain one is sent without",
  }),
  position: z.int().min(-1_000_000).max(1_000_000).optional(),
};

export const NewTopic = z.strictObject({
  ...fields,
  key: z.string().regex(KEY, "may have small letters, digits, - and _").optional(),
});
export type NewTopic = z.infer<typeof NewTopic>;

export const TopicPatch = z.strictObject({ ...fields, archived: z.boolean() }).partial();
export type TopicPatch = z.infer<typeof TopicPatch>;

export const Topic = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    defaultOn: z.boolean(),
    doubleOptIn: z.boolean(),
    confirmationContentId: z.string().nullable(),
    position: z.int(),
    archived: z.boolean(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Topic" });
export type Topic = z.infer<typeof Topic>;
