import * as z from "zod";
import { Expression, JsonObject, RuleGroup, withRules } from "#journey";
import { pageFields, Reference, Timestamp } from "#services";

const KEY = /^[a-z0-9][a-z0-9_-]{0,119}$/;
const PROPERTY_BYTES = 8 * 1024;

/** Names that a caller may choose on creation; they never change afterwards. */
export const nameFields = {
  key: z.string().regex(KEY, "may have small letters, digits, - and _").optional(),
  number: z.int().min(1).max(2_147_483_647).optional(),
};

/** A rule group as the engine evaluates it; stored as written. */
export const Rules = JsonObject.superRefine((rules, context) => {
  const parsed = RuleGroup.safeParse(rules);
  for (const issue of parsed.error?.issues ?? [])
    context.addIssue({ code: "custom", path: issue.path, message: issue.message });
});

export const Cap = z.strictObject({ max: z.int().min(1).max(1_000), days: z.number().min(1).max(365) });
export const Caps = z.array(Cap).max(5).meta({
  description: "At most `max` offers in `days` × 24 hours to one person; every cap has to leave room",
});

/** `ch_email` and `email` are the same channel. */
export const Channel = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[A-Za-z0-9][\w-]*$/, "may have letters, digits, - and _")
  .transform((channel) => channel.replace(/^ch_/, ""));

const Moment = z.iso.datetime({ offset: true });
const anyReference = z.union([z.int().transform(String), Reference]);

const fields = {
  name: z.string().trim().min(1).max(255),
  description: z.string().max(10_000).nullish(),
  channel: Channel.nullish(),
  contentId: anyReference.nullish().meta({ description: "The creative: a content item by id, slug or number" }),
  rules: Rules.nullish().meta({ description: "Who is eligible; with `expression`, both have to hold" }),
  expression: Expression.nullish(),
  startsAt: Moment.nullish(),
  endsAt: Moment.nullish(),
  priority: z.int().min(-1_000_000).max(1_000_000).optional(),
  score: Expression.nullish().meta({ description: "CEL that results in a number" }),
  caps: Caps.optional(),
  properties: JsonObject.refine(
    (properties) => Buffer.byteLength(JSON.stringify(properties)) <= PROPERTY_BYTES,
    "may have 8 KB as JSON at most",
  ).optional(),
};

const inOrder = {
  holds: ({ startsAt, endsAt }: { startsAt?: unknown; endsAt?: unknown }) =>
    typeof startsAt !== "string" || typeof endsAt !== "string" || Date.parse(startsAt) < Date.parse(endsAt),
  error: "must be later than startsAt",
  field: "endsAt",
} as const;

export const NewOffer = withRules(z.strictObject({ ...fields, ...nameFields }), inOrder);
export type NewOffer = z.infer<typeof NewOffer>;

export const OfferPatch = withRules(z.strictObject(fields).partial(), inOrder);
export type OfferPatch = z.infer<typeof OfferPatch>;

/** What happened with an offer so far. */
export const OfferFigures = z
  .object({
    offered: z.int(),
    explored: z.int().meta({ description: "Picks that sampling made to learn, though another offer promised more" }),
    sent: z.int(),
    impressions: z.int(),
    clicks: z.int(),
    conversions: z.int(),
    dismissals: z.int(),
  })
  .meta({ id: "OfferFigures" });
export type OfferFigures = z.infer<typeof OfferFigures>;

export const Offer = z
  .object({
    id: z.string(),
    number: z.int(),
    key: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    channel: z.string().nullable(),
    contentId: z.string().nullable(),
    rules: JsonObject.nullable(),
    expression: z.string().nullable(),
    startsAt: Timestamp.nullable(),
    endsAt: Timestamp.nullable(),
    priority: z.int(),
    score: z.string().nullable(),
    caps: z.array(Cap),
    properties: JsonObject,
    status: z.enum(["active", "scheduled", "ended", "archived"]),
    figures: OfferFigures,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Offer" });
export type Offer = z.infer<typeof Offer>;

export const OfferQuery = z.object({
  ...pageFields,
  search: z.string().max(255).optional(),
  archived: z.enum(["true", "false"]).default("false").meta({ description: "`true` lists the archived ones instead" }),
});
export type OfferQuery = z.infer<typeof OfferQuery>;
