import * as z from "zod";
import { Expression, JsonObject, withRules } from "#journey";
import { pageFields, Reference, Timestamp } from "#services";
import { Cap, Caps, Channel, nameFields, OfferFigures, Rules } from "#services/offers";
import { PersonReference } from "#services/people";

const Outcome = z.enum(["impression", "click", "conversion", "dismiss"]);

const Suppression = z.strictObject({
  outcomes: z.array(Outcome).min(1).max(4),
  days: z.number().min(1).max(365),
});

const MOST_OFFERS = 5_000;

const fields = {
  name: z.string().trim().min(1).max(255),
  description: z.string().max(10_000).nullish(),
  offers: z
    .array(z.union([z.int().transform(String), Reference]))
    .max(MOST_OFFERS)
    .nullish()
    .meta({ description: "Ids, keys or numbers of offers; null: every offer of the workspace" }),
  channel: Channel.nullish().meta({ description: "Only offers of this channel, and offers without a channel" }),
  rules: Rules.nullish().meta({ description: "Who gets offers of this flow at all" }),
  expression: Expression.nullish(),
  score: Expression.nullish().meta({
    description: "CEL that results in a number, for offers without a score; may read `offer`",
  }),
  sampling: z.enum(["off", "conversion", "click"]).optional().meta({
    description: "Multiplies the score by a rate that is drawn from what is known of the offer (Thompson sampling)",
  }),
  caps: Caps.optional(),
  suppress: z.array(Suppression).max(10).optional().meta({
    description: "For how many days an offer is not picked again after one of the outcomes",
  }),
  maxOffers: z.int().min(1).max(100).nullish(),
};

export const NewDecisionFlow = z.strictObject({ ...fields, ...nameFields });
export type NewDecisionFlow = z.infer<typeof NewDecisionFlow>;

export const DecisionFlowPatch = z.strictObject(fields).partial();
export type DecisionFlowPatch = z.infer<typeof DecisionFlowPatch>;

const NamedOffer = z.object({ id: z.string(), key: z.string(), name: z.string() });

export const DecisionFlow = z
  .object({
    id: z.string(),
    number: z.int(),
    key: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    offers: z.array(NamedOffer).nullable(),
    channel: z.string().nullable(),
    rules: JsonObject.nullable(),
    expression: z.string().nullable(),
    score: z.string().nullable(),
    sampling: z.enum(["off", "conversion", "click"]),
    caps: z.array(Cap),
    suppress: z.array(Suppression),
    maxOffers: z.int().nullable(),
    archivedAt: Timestamp.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "DecisionFlow" });
export type DecisionFlow = z.infer<typeof DecisionFlow>;

export const DecisionFlowQuery = z.object({
  ...pageFields,
  search: z.string().max(255).optional(),
  archived: z.enum(["true", "false"]).default("false").meta({ description: "`true` lists the archived ones instead" }),
});
export type DecisionFlowQuery = z.infer<typeof DecisionFlowQuery>;

const OfferOfFlow = z.object({
  ...NamedOffer.shape,
  figures: OfferFigures,
  rate: z
    .number()
    .nullable()
    .meta({ description: "Share of the shown offers that led to the outcome; null: none shown" }),
  chanceToBeBest: z.number().nullable().meta({ description: "While the flow samples and has 20 offers at most" }),
});

export const FlowFigures = z
  .object({ totals: OfferFigures, offers: z.array(OfferOfFlow) })
  .meta({ id: "DecisionFlowFigures" });
export type FlowFigures = z.infer<typeof FlowFigures>;

export const DecisionTestInput = withRules(
  z.strictObject({
    ...PersonReference.shape,
    maxOffers: z.int().min(1).max(100).default(1),
    draw: z.string().max(255).optional().meta({ description: "Another text draws again where chance decides" }),
  }),
  {
    holds: ({ personId, userId, anonymousId }) => personId ?? userId ?? anonymousId,
    error: "Name the person by personId, userId or anonymousId",
    field: "personId",
  },
);
export type DecisionTestInput = z.infer<typeof DecisionTestInput>;

export const DecisionTest = z
  .object({
    personId: z.string(),
    result: JsonObject.nullable().meta({ description: "What a step would store; null: the decision failed" }),
    receipt: JsonObject.nullable(),
    error: z.string().nullable(),
    sentence: z.string(),
  })
  .meta({ id: "DecisionTest" });
export type DecisionTest = z.infer<typeof DecisionTest>;
