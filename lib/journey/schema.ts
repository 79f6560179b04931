import * as z from "zod";

/** The eleven kinds of node a journey is drawn from. */
export const NODE_TYPES = [
  "TRIGGER",
  "CONTENT",
  "ACTION",
  "DECIDE",
  "WAIT",
  "WAIT_FOR_EVENT",
  "WAIT_FOR_CONDITION",
  "CONDITION",
  "SPLIT",
  "GOAL_CHECK",
  "EXIT",
] as const;

export const NodeType = z.enum(NODE_TYPES);
export type NodeType = z.infer<typeof NodeType>;

/** Where a node stands on the canvas, in canvas pixels. */
export const Position = z.object({ x: z.number(), y: z.number() });
export type Position = z.infer<typeof Position>;

/** A plain JSON object; its keys are checked by the node kind, not here. */
export const JsonObject = z.record(z.string(), z.unknown());
export type JsonObject = z.infer<typeof JsonObject>;

/** What may be saved of a node: the config may be unfinished, its kind may not be unknown. */
export const JourneyNode = z.object({
  id: z.uuid(),
  type: NodeType,
  name: z.string().min(1).max(120),
  config: JsonObject,
  position: Position,
  contentId: z.string().max(255).nullable().default(null),
});
export type JourneyNode = z.infer<typeof JourneyNode>;

/** What sets an edge in motion; an edge without one is taken at once. Fields that are not known are kept and reported. */
export const EdgeTrigger = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal("event"),
    event: z.string().min(1).max(255),
    eventFilter: JsonObject.optional(),
    expression: z.string().max(10_000).optional(),
  }),
  z.looseObject({ type: z.literal("timer"), delay: z.union([z.string().max(60), z.number()]) }),
]);
export type EdgeTrigger = z.infer<typeof EdgeTrigger>;

/** `branch` says which exit of the source the edge serves; none = every exit no other edge covers. */
export const JourneyEdge = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(255),
  sourceNodeId: z.uuid(),
  targetNodeId: z.uuid(),
  branch: z.string().max(120).nullable().default(null),
  label: z.string().max(255).nullable().default(null),
  weight: z.number().min(0).max(100).nullable().default(null),
  trigger: EdgeTrigger.nullable().default(null),
});
export type JourneyEdge = z.infer<typeof JourneyEdge>;

/**
 * The goal as saved: an unknown or unfinished config is a problem, not a refusal. `deadline` is in days; `window` is how long
 * the goal still counts after the end of an enrollment, `GOAL_WINDOW` unless set (R52).
 */
export const GoalConfig = z.looseObject({
  type: z.enum(["event", "page_visit", "attribute_match", "flow_completed"]),
  config: JsonObject,
  deadline: z.number().int().positive().max(3650).nullish(),
  exitOnGoal: z.boolean().optional(),
  window: z.union([z.string().max(60), z.number()]).nullish(),
});
export type GoalConfig = z.infer<typeof GoalConfig>;

/** Nodes and edges as drawn. */
export const Canvas = z.object({
  nodes: z.array(JourneyNode).max(5_000),
  edges: z.array(JourneyEdge).max(20_000),
});
export type Canvas = z.infer<typeof Canvas>;

/**
 * Everything publishing freezes into a version. `settings` keys: entryConditions, reEntry,
 * minDaysSinceLastJourney, maxDuration, exitConditions, timezone, onResume, instanceKey.
 */
export const JourneyDocument = Canvas.extend({
  settings: JsonObject.default({}),
  goalConfig: GoalConfig.nullable().default(null),
  audienceId: z.string().nullable().default(null),
  allowAnonymous: z.boolean().default(false),
});
export type JourneyDocument = z.infer<typeof JourneyDocument>;
