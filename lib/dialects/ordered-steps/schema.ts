import * as z from "zod";
import { EqualityFilter, Expression, MinDays, RuleGroup } from "#journey";
import { isObject } from "#values";

const Id = z.string().min(1).max(120);
const Name = z.string().min(1).max(255);
const Reference = z.union([Name, z.int().nonnegative()]);
/** The step after this one: without it the following step, null ends the journey. */
const next = Id.nullable().optional();

export const WAIT_UNITS = ["minutes", "hours", "days"] as const;

export const WaitStep = z.object({
  id: Id,
  type: z.literal("wait"),
  config: z.object({ duration: z.int().nonnegative(), unit: z.enum(WAIT_UNITS) }),
  next,
});

/** Picks offers; later steps and expressions read the result under `storeResultAs`, or under the id of the step. */
export const DecideStep = z.object({
  id: Id,
  type: z.literal("decide"),
  config: z.object({
    decisionFlowId: Reference,
    maxOffers: z.int().min(1).max(100).optional(),
    storeResultAs: z.string().min(1).max(120).optional(),
  }),
  next,
});

/** One way out of a branch; the first whose test holds is taken. `rules` is an alternative to the expression. */
export const BranchWay = z
  .object({
    label: z.string().min(1).max(120),
    expression: Expression.optional(),
    rules: RuleGroup.optional(),
    targetStepId: Id.nullable(),
  })
  .refine(({ expression, rules }) => expression !== undefined || rules !== undefined, {
    path: ["expression"],
    error: "is missing",
  });
export type BranchWay = z.infer<typeof BranchWay>;

export const BranchStep = z.object({
  id: Id,
  type: z.literal("branch"),
  config: z.object({ conditions: z.array(BranchWay).min(1).max(100), defaultTargetStepId: Id.nullable().optional() }),
  next,
});

/** Sends a creative, the offer that an earlier step picked, or a creative that may read that offer. */
export const SendStep = z.object({
  id: Id,
  type: z.literal("send"),
  config: z.object({
    channelId: Reference,
    creativeId: Reference.optional(),
    resultSource: z.string().min(1).max(120).optional(),
  }),
  next,
});

export const UpdateOperation = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("set_attribute"),
    key: Name,
    value: z.unknown().optional(),
    expression: Expression.optional(),
  }),
  z.object({ type: z.literal("unset_attribute"), key: Name }),
  z.object({ type: z.literal("add_segment"), segment: Reference }),
  z.object({ type: z.literal("remove_segment"), segment: Reference }),
  z.object({ type: z.literal("set_flag"), key: Name, value: z.unknown().optional() }),
]);
export type UpdateOperation = z.infer<typeof UpdateOperation>;

export const UpdateStep = z.object({
  id: Id,
  type: z.literal("update"),
  config: z.object({ operations: z.array(UpdateOperation).max(50) }),
  next,
});

export const Step = z.discriminatedUnion("type", [WaitStep, DecideStep, BranchStep, SendStep, UpdateStep]);
export type Step = z.infer<typeof Step>;

/** Who enters. `segments`, `event` and `minDaysSinceLastJourney` are of the source; the others test the person or the event. */
export const EntryConditions = z.object({
  segments: z.array(Reference).max(200).optional(),
  event: z.string().trim().min(1).max(255).optional(),
  minDaysSinceLastJourney: MinDays.optional(),
  filter: EqualityFilter.optional(),
  rules: RuleGroup.optional(),
  expression: Expression.optional(),
});
export type EntryConditions = z.infer<typeof EntryConditions>;

/** Steps with unique ids; two of one id are reported whatever else is wrong with them. */
export const Steps = z
  .array(Step)
  .max(4_000)
  .superRefine(
    (steps, context) => {
      const ids = new Set<unknown>();
      for (const [index, step] of steps.entries()) {
        const id: unknown = isObject(step) ? step.id : undefined;
        if (ids.has(id) && id !== undefined)
          context.addIssue({
            code: "custom",
            message: `“${String(id)}” is the id of another step too`,
            path: [index, "id"],
            params: { code: "duplicate_name" },
          });
        ids.add(id);
      }
    },
    { when: ({ value }) => Array.isArray(value) },
  );

/** A journey of source 002: steps in order, each followed by the next one unless it says otherwise. */
export const OrderedSteps = z.object({
  name: z.string().trim().min(1).max(255),
  description: z.string().max(10_000).nullish(),
  /** In days. */
  maxDuration: z.int().positive().max(36_500).nullish(),
  entryConditions: EntryConditions.nullish(),
  steps: Steps.default([]),
});
export type OrderedSteps = z.infer<typeof OrderedSteps>;
