import * as z from "zod";
import { Expression, JsonObject, RuleGroup, withRules } from "#journey";

/** What is asked about; at least one of them. All given parts must hold, as in a trigger. */
export const RulesPreviewInput = withRules(
  z.strictObject({
    rules: RuleGroup.nullish(),
    expression: Expression.nullish(),
    filter: JsonObject.nullish().meta({ description: "Properties of the event that must be equal" }),
    event: z.string().trim().min(1).max(255).nullish().meta({
      description: "Looks at the latest events of this name instead of at people, as a trigger or a wait does",
    }),
  }),
  {
    holds: ({ rules, expression, filter }) => rules ?? expression ?? filter,
    error: "Give rules, an expression or a filter",
    field: "rules",
  },
);
export type RulesPreviewInput = z.infer<typeof RulesPreviewInput>;

const Shown = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  anonymousId: z.string().nullable(),
  traits: JsonObject,
});

export const RulesPreview = z
  .object({
    of: z.enum(["people", "events"]),
    matching: z.int().meta({ description: "How many match; an estimate unless `isExact`" }),
    total: z.int().meta({ description: "How many there are" }),
    looked: z.int().meta({ description: "How many were looked at" }),
    isExact: z.boolean(),
    inside: z.array(Shown).meta({ description: "Ten people who match" }),
    outside: z.array(Shown).meta({ description: "Ten people who do not" }),
    error: z.string().nullable().meta({ description: "Why it could not be computed for some of them" }),
  })
  .meta({ id: "RulesPreview" });
export type RulesPreview = z.infer<typeof RulesPreview>;
