import * as z from "zod";
import { pageFields, Timestamp } from "#services";
import { Migration, Problem, VersionDifference } from "#services/journeys";
import { Backtest } from "#services/trials";

/** Head-counts of the people whom publishing touches, as the publish preview has them. */
export const PlanEffect = z
  .object({
    people: z.int().meta({ description: "People inside, on any version" }),
    stay: z.int(),
    move: z.int(),
    exit: z.int(),
    dueAtOnce: z.int().meta({ description: "Of those who move: how many would continue or be sent something at once" }),
    entering: z.int().meta({ description: "People whom publishing enrolls: present members and the audience" }),
    steps: z.array(
      z.object({
        name: z.string(),
        label: z.string().nullable().default(null).meta({ description: "What people read for the step" }),
        version: z.int(),
        people: z.int(),
        change: z.enum(["same", "changed", "removed"]),
        action: z.enum(["stay", "move", "exit"]),
        to: z.string().nullable().default(null).meta({ description: "The step of the new version to which they move" }),
        toLabel: z.string().nullable().default(null),
        timers: z.enum(["keep", "recompute"]).nullable().default(null),
        dueAtOnce: z.int().default(0),
      }),
    ),
    tolerance: z
      .object({ percent: z.number(), people: z.int() })
      .meta({ description: "How far each count may drift until the approval: the larger of the two" }),
  })
  .meta({ id: "PlanEffect" });
export type PlanEffect = z.infer<typeof PlanEffect>;

/** One count that left its tolerance. */
export const PlanDrift = z.object({ count: z.string(), planned: z.int(), now: z.int(), allowed: z.int() });
export type PlanDrift = z.infer<typeof PlanDrift>;

const Who = z.object({ kind: z.enum(["user", "key"]), id: z.string(), name: z.string() });

export const Plan = z
  .object({
    id: z.string(),
    journey: z.object({ id: z.string(), shortId: z.string(), name: z.string(), revision: z.int() }),
    status: z.enum(["pending", "approved", "rejected", "void"]),
    title: z.string(),
    reason: z.string().nullable(),
    revision: z.int().meta({ description: "The revision of the draft that was looked at" }),
    migration: Migration.nullable(),
    includePresent: z.boolean(),
    effect: PlanEffect,
    difference: VersionDifference.nullable().meta({
      description: "What the draft changes of the version that is published; null = none is, or it was not noted",
    }),
    backtest: Backtest.nullable(),
    proposedBy: Who,
    decidedBy: Who.nullable(),
    decidedAt: Timestamp.nullable(),
    note: z.string().nullable().meta({ description: "What was said with the decision, or why it is void" }),
    drift: z.array(PlanDrift).meta({ description: "The counts that made it void" }),
    mayDecide: z.boolean().meta({ description: "Whether the caller may approve it" }),
    createdAt: Timestamp,
  })
  .meta({ id: "Plan" });
export type Plan = z.infer<typeof Plan>;

export const PlanInput = z
  .strictObject({
    journeyId: z.string().min(1).max(255).meta({ description: "By id, `jrn_…`, key or number" }),
    title: z.string().trim().min(1).max(255),
    reason: z.string().trim().max(10_000).nullish().meta({ description: "Why, for the person who decides" }),
    revision: z.int().min(0).meta({ description: "The revision of the draft: 412 if it is another one" }),
    migration: Migration.nullish(),
    includePresent: z.boolean().default(false),
    backtest: z
      .strictObject({ days: z.int().min(1).max(90), people: z.int().min(1).max(5_000).default(1_000) })
      .nullish()
      .meta({ description: "Replays the past through the draft, by default 30 days and 1,000 people; null = none" }),
  })
  .meta({ id: "PlanInput" });
export type PlanInput = z.infer<typeof PlanInput>;

export const PlanQuery = z.object({
  ...pageFields,
  status: z.enum(["pending", "approved", "rejected", "void"]).optional(),
  journeyId: z.string().max(255).optional(),
});
export type PlanQuery = z.infer<typeof PlanQuery>;

export const ApproveInput = z.strictObject({ note: z.string().trim().max(10_000).nullish() }).optional();
export type ApproveInput = z.infer<typeof ApproveInput>;

export const RejectInput = z.strictObject({ note: z.string().trim().max(10_000).nullish() }).optional();
export type RejectInput = z.infer<typeof RejectInput>;

/** A plan as handed in, with what to mind. */
export const HandedIn = z.object({ data: Plan, warnings: z.array(Problem) });
