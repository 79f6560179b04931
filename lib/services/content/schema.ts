import * as z from "zod";
import { IN_PAGE_TYPES, JsonObject } from "#journey";
import { LanguageTag, MailDesign } from "#mails";
import { HIGHEST_NUMBER, pageFields, Reference, Timestamp } from "#services";
import { ITEM_TYPES } from "./item-types.ts";

const ContentType = z.enum(ITEM_TYPES);

export const OnEmpty = z.enum(["send", "skip", "fail"]).meta({
  description:
    "For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery.",
});

const Mail = MailDesign.meta({
  description:
    "Of an email: the editor, blocks or MJML, preheader, sender's name, Reply-To, copies, layout, UTM parameters, languages. `html` is made of blocks or MJML when they are published.",
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
    mail: Mail.nullable(),
    onEmpty: OnEmpty,
    transactional: z
      .boolean()
      .meta({ description: "It passes what people subscribed to; only suppressed addresses stop it" }),
    topicId: z.string().nullable(),
    revision: z.int().meta({ description: "The revision that people get" }),
    draftAt: Timestamp.nullable().meta({ description: "When the draft beside it was saved; null: there is none" }),
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

/** A mail in many languages is larger than one part. */
const DESIGN_BYTES = 600 * 1024;

const Design = Mail.refine((mail) => sizeOf(JSON.stringify(mail)) <= DESIGN_BYTES, "may have 600 KB as JSON at most");

const Slug = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,119}$/, "may have small letters, digits, - and _");

const fields = {
  slug: Slug,
  name: z.string().trim().min(1).max(255),
  subject: z.string().max(1_000).nullish(),
  html: Part.nullish(),
  text: Part.nullish(),
  body: Body.optional(),
  mail: Design.nullish(),
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

// The slug, and what decides who receives it, have no draft: a change of them holds at once.
const { slug: _slug, transactional: _transactional, topicId: _topicId, ...edited } = fields;

/** An edit of the draft; only given fields change. */
export const DraftInput = z
  .strictObject(edited)
  .partial()
  .extend({
    edit: z.int().nullish().meta({ description: "The edit that this one follows; null: there is no draft yet" }),
  });
export type DraftInput = z.infer<typeof DraftInput>;

const parts = {
  name: z.string(),
  subject: z.string().nullable(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  body: JsonObject,
  mail: Mail.nullable(),
  onEmpty: OnEmpty,
};

export const ContentDraft = z
  .object({
    ...parts,
    edit: z.int(),
    baseRevision: z.int().meta({ description: "The published revision with which the draft began" }),
    updatedBy: z.string(),
    updatedAt: Timestamp,
  })
  .meta({ id: "ContentDraft" });
export type ContentDraft = z.infer<typeof ContentDraft>;

export const PublishContentInput = z.strictObject({
  revision: z.int().meta({ description: "The published revision that was looked at" }),
  edit: z.int().meta({ description: "The edit of the draft that was looked at" }),
});
export type PublishContentInput = z.infer<typeof PublishContentInput>;

export const ContentFinding = z
  .object({
    pointer: z.string(),
    severity: z.enum(["error", "warning"]),
    message: z.string(),
    line: z.int().nullable(),
  })
  .meta({ id: "ContentFinding" });
export type ContentFinding = z.infer<typeof ContentFinding>;

export const ContentVersion = z
  .object({
    revision: z.int(),
    name: z.string(),
    subject: z.string().nullable(),
    isPublished: z.boolean(),
    publishedAt: Timestamp.nullable(),
    replacedAt: Timestamp.nullable(),
  })
  .meta({ id: "ContentVersion" });
export type ContentVersion = z.infer<typeof ContentVersion>;

export const ContentVersionDetail = z.object({ ...parts, revision: z.int() }).meta({ id: "ContentVersionDetail" });
export type ContentVersionDetail = z.infer<typeof ContentVersionDetail>;

export const RevisionParams = z.object({ id: Reference, revision: z.coerce.number().int().min(1) });

export const ContentUse = z
  .object({
    kind: z.enum(["journey", "offer", "content"]),
    id: z.string(),
    name: z.string(),
    detail: z.string().nullable().meta({ description: "Of a journey: whether its draft or a version uses it" }),
  })
  .meta({ id: "ContentUse" });
export type ContentUse = z.infer<typeof ContentUse>;

export const DuplicateInput = z.strictObject({
  name: z.string().trim().min(1).max(255).optional(),
  slug: Slug.optional(),
});
export type DuplicateInput = z.infer<typeof DuplicateInput>;

export const TemplateVariable = z
  .object({
    name: z.string().meta({ description: "As it is written in a template, such as `traits.plan`" }),
    text: z.string(),
    kind: z.enum(["built-in", "workspace", "trait", "step"]),
  })
  .meta({ id: "TemplateVariable" });

export const TemplateWords = z
  .object({ variables: z.array(TemplateVariable), filters: z.array(z.string()), tags: z.array(z.string()) })
  .meta({ id: "TemplateWords" });
export type TemplateWords = z.infer<typeof TemplateWords>;

export const PreviewInput = z.strictObject({
  type: ContentType.optional(),
  mail: Design.nullish(),
  language: LanguageTag.nullish(),
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
      z.object({
        field: z.enum(["subject", "html", "text", "fromName", "replyTo", "cc", "utm"]),
        message: z.string(),
        line: z.int().nullish(),
      }),
    ),
    empty: z.array(z.string()).meta({ description: "Variables that were empty; nothing was printed for them" }),
    notFinite: z.array(z.string()).meta({
      description:
        "Calculations that did not result in a number, such as a division by 0; nothing was printed for them",
    }),
    findings: z.array(ContentFinding).meta({ description: "What publishing would refuse, or warn of" }),
    unknown: z.array(z.string()).meta({ description: "Variables that nobody has and no step sets" }),
    made: z.string().meta({ description: "The body as HTML, still with its Liquid, made of blocks or MJML" }),
    bytes: z.int().meta({ description: "The size of the HTML; Gmail hides what is behind 102 KB" }),
    fromName: z.string(),
    replyTo: z.string(),
    cc: z.array(z.string()),
  })
  .meta({ id: "ContentPreview" });
export type Preview = z.infer<typeof Preview>;

/** `languages`: those that the person asks for, the best first; without them the person's own. */
export const DocumentPreviewInput = z.strictObject({
  type: z.enum(IN_PAGE_TYPES),
  body: Body,
  personId: z.string().max(255).nullish(),
  languages: z.array(LanguageTag).max(20).optional(),
  variables: Body.optional(),
});
export type DocumentPreviewInput = z.infer<typeof DocumentPreviewInput>;

export const DocumentPreview = z
  .object({
    document: JsonObject.nullable().meta({
      description: "As a page gets it: one language, templates filled in, standards written out; null: it has errors",
    }),
    findings: z.array(ContentFinding).meta({ description: "What publishing would refuse, or warn of" }),
    unknown: z.array(z.string()).meta({ description: "Variables that nobody has and no step sets" }),
  })
  .meta({ id: "DocumentPreview" });
export type DocumentPreview = z.infer<typeof DocumentPreview>;
