import * as z from "zod";
import { eventName } from "./events.ts";
import { RuleOperator } from "./rules.ts";
import type { JsonObject } from "./schema.ts";

export const URL_MATCHES = ["contains", "equals", "starts", "glob", "regex"] as const;
export const UrlMatch = z.object({
  matchType: z.enum(URL_MATCHES).default("contains"),
  pattern: z.string().min(1).max(2_000),
});
export type UrlMatch = z.infer<typeof UrlMatch>;

/** Names of operators as other tools write them. */
const OPERATOR_WORDS: Readonly<Record<string, string>> = {
  equals: "eq",
  "==": "eq",
  "=": "eq",
  not_equals: "ne",
  "!=": "ne",
  greater_than: "gt",
  ">": "gt",
  ">=": "gte",
  less_than: "lt",
  "<": "lt",
  "<=": "lte",
  is_set: "exists",
  regex: "matches",
};
const GoalOperator = z.preprocess(
  (word) => (typeof word === "string" ? (OPERATOR_WORDS[word] ?? word) : word),
  RuleOperator,
);

/** How long after the end of an enrollment its goal still counts, unless the goal sets another window (R52). */
export const GOAL_WINDOW = "7d";

/** The schema of a goal that can run; `deadline` is in days, `exitOnGoal` is true unless set. */
export const Goal = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("event"),
    config: z.object({ eventName: z.string().min(1), filter: z.record(z.string(), z.unknown()).optional() }),
  }),
  z.object({ type: z.literal("page_visit"), config: UrlMatch }),
  z.object({
    type: z.literal("attribute_match"),
    config: z.object({
      attribute: z.string().min(1),
      operator: GoalOperator.default("eq"),
      value: z.unknown().optional(),
    }),
  }),
  z.object({ type: z.literal("flow_completed"), config: z.object({ flowId: z.string().min(1) }) }),
]);
export type Goal = z.infer<typeof Goal>;

/** A goal as versions store it: with the deadline in days, and with window and zone only if they differ from the defaults. */
export const CompiledGoal = z.intersection(
  Goal,
  z.object({
    deadline: z.number().nullable().default(null),
    exitOnGoal: z.boolean().default(true),
    window: z.string().optional(),
    timezone: z.string().optional(),
    valueProperty: z.string().optional(),
  }),
);
export type CompiledGoal = z.infer<typeof CompiledGoal>;

/** The functions of one type of goal; they accept unfinished config. */
type GoalKind = {
  /** Full name of the event that may reach it; null = no event does. */
  readonly eventName: (config: JsonObject) => string | null;
  /** The trait whose value reaches it; null = it is not a state of the person. */
  readonly trait: (config: JsonObject) => string | null;
};

const none = () => null;

/** Every type of goal; the compiler reports a type without an entry. */
export const goalKinds: Readonly<Record<Goal["type"], GoalKind>> = {
  event: {
    eventName: (config) => (typeof config.eventName === "string" ? eventName(config.eventName) : null),
    trait: none,
  },
  page_visit: { eventName: () => "page.viewed", trait: none },
  attribute_match: {
    eventName: none,
    trait: ({ attribute }) => (typeof attribute === "string" ? attribute : null),
  },
  flow_completed: { eventName: () => "content.completed", trait: none },
};
