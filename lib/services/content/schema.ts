import * as z from "zod";
import { CONTENT_TYPES, JsonObject } from "#journey";
import { HIGHEST_NUMBER, pageFields, Reference, Timestamp } from "#services";

const ContentType = z.enum(CONTENT_TYPES);

export const OnEmpty = z.enum(["send", "skip", "fail"]).meta({
  description:
    "For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery.",
});

export const Content = z
  .object({
    id: z.string(),
    number: z.int(),
    slug: z.string(),
    key: z.string().meta({ description: "The same as `slug`" }),
    type: ContentType,
    name: z.string(),
    subject: z.string().nullable(),
    html: z.string().nullable(),
    text: z.string().nullable(),
    body: JsonObject,
    onEmpty: OnEmpty,
    transactional: z
      .boolean()
      .meta({ description: "It passes what people subscribed to; only suppressed addresses stop it" }),
    topicId: z.string().nullable(),
    revision: z.int(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Content" });
export type Content = z.infer<typeof Content>;

/** Maximum bytes of one part of a message, as UTF-8: mail providers cut or reject larger emails. */
const PART_BYTES = 100 * 1024;

const sizeOf = (text: string) => Buffer.byteLength(text);

const Part = z
  .string()
  .max(PART_BYTES, "may have 100 KB at most")
  .refine((text) => sizeOf(text) <= PART_BYTES, "may have 100 KB at most");

const Body = JsonObject.refine((body) => sizeOf(JSON.stringify(body)) <= PART_BYTES, "may have 100 KB as JSON at most");

const Slug = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,119}$/, "may have small letters, digits, - and _");

const fields = {
  slug: Slug,
  name: z.string().trim().min(1).max(255),
  subject: z.string().max(1_000).nullish(),
  html: Part.nullish(),
  text: Part.nullish(),
  body: Body.optional(),
  onEmpty: OnEmpty.optional(),
  transactional: z.boolean().optional().meta({
    description:
      "True for receipts, passwords and the like: it passes what people subscribed to. It holds at once, for queued messages too",
  }),
  topicId: Reference.nullish().meta({
    description: "What a person subscribes to in order to receive it: a topic by id or key",
  }),
};

export const NewContent = z.strictObject({
  ...fields,
  slug: Slug.optional(),
  number: z.int().min(1).max(HIGHEST_NUMBER).optional(),
  type: ContentType,
});
export type NewContent = z.infer<typeof NewContent>;

/** The type cannot change, because journeys rely on it. */
export const ContentPatch = z.strictObject(fields).partial();
export type ContentPatch = z.infer<typeof ContentPatch>;

export const ContentQuery = z.object({
  ...pageFields,
  type: ContentType.optional(),
  slug: z.string().max(255).optional(),
  search: z.string().max(255).optional(),
});
export type ContentQuery = z.infer<typeof ContentQuery>;

export const PreviewInput = z.strictObject({
  subject: z.string().max(1_000).default(""),
  html: Part.default(""),
  text: Part.default(""),
  personId: z.string().max(255).nullish(),
  variables: Body.optional(),
});
export type PreviewInput = z.infer<typeof PreviewInput>;

export const Preview = z
  .object({
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    errors: z.array(
      z.object({ field: z.enum(["subject", "html", "text"]), message: z.string(), line: z.int().nullish() }),
    ),
    empty: z.array(z.string()).meta({ description: "Variables that were empty; nothing was printed for them" }),
    notFinite: z.array(z.string()).meta({
      description:
        "Calculations that did not result in a number, such as a division by 0; nothing was printed for them",
    }),
  })
  .meta({ id: "ContentPreview" });
export type Preview = z.infer<typeof Preview>;
