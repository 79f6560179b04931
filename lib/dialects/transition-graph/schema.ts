import * as z from "zod";
import { DurationInput, EqualityFilter } from "#journey";

const Name = z.string().min(1).max(120);
const Reference = z.union([z.string().min(1).max(255), z.number().int()]);

/** What a node does when somebody reaches it. */
export const Action = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("send_email"),
    templateSlug: Reference,
    surveySlug: z.string().min(1).max(255).nullish(),
    fromIdentityEmail: z.string().max(320).nullish(),
    variables: z.record(z.string(), z.unknown()).nullish(),
  }),
  z.object({ type: z.literal("tag_user"), tagName: z.string().min(1).max(255) }),
  z.object({ type: z.literal("advance_stage"), stageName: z.string().min(1).max(255) }),
  z.object({ type: z.literal("none") }),
]);
export type Action = z.infer<typeof Action>;

/** A node; without an action it does nothing, and a terminal one ends the journey after its action. */
export const GraphNode = z.object({
  action: Action.default({ type: "none" }),
  terminal: z.boolean().default(false),
});
export type GraphNode = z.infer<typeof GraphNode>;

export const TransitionTrigger = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("event"),
    event: z.string().trim().min(1).max(255),
    eventFilter: EqualityFilter.optional(),
  }),
  z.object({ type: z.literal("timer"), delay: DurationInput }),
]);
export type TransitionTrigger = z.infer<typeof TransitionTrigger>;

/** A transition; without a name it is called `{from}-to-{to}`, then `-2`. */
export const Transition = z.object({
  name: z.string().min(1).max(255).optional(),
  from: Name,
  to: Name,
  trigger: TransitionTrigger,
});
export type Transition = z.infer<typeof Transition>;

/** A journey of source 000: nodes by name, connected by transitions. Without an entry event people are enrolled by hand. */
export const TransitionGraph = z.object({
  name: z.string().trim().min(1).max(200),
  description: z.string().max(10_000).nullish(),
  entryEvent: z.string().trim().min(1).max(255).nullish(),
  entryNode: Name.nullable(),
  entryConditions: EqualityFilter.nullish(),
  reEntryPolicy: z.enum(["skip", "restart"]).nullish(),
  nodes: z.record(Name, GraphNode),
  transitions: z.array(Transition).max(20_000).default([]),
});
export type TransitionGraph = z.infer<typeof TransitionGraph>;
