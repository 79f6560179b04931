import * as z from "zod";

/** The kinds of node. */
export const NODE_TYPES = [
  "TRIGGER",
  "CONTENT",
  "ACTION",
  "DECIDE",
  "LIVE_DATA",
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

/** Position of a node on the canvas, in canvas pixels. */
export const Position = z.object({ x: z.number(), y: z.number() });
export type Position = z.infer<typeof Position>;

/** A plain JSON object; the kind of node checks its keys, not this schema. */
export const JsonObject = z.record(z.string(), z.unknown());
export type JsonObject = z.infer<typeof JsonObject>;

/** A node as it may be saved: its config may be unfinished, its kind must be known. */
export const JourneyNode = z.object({
  id: z.uuid(),
  type: NodeType,
  name: z.string().min(1).max(120),
  config: JsonObject,
  position: Position,
  contentId: z.string().max(255).nullable().default(null),
  label: z.string().min(1).max(120).optional().meta({
    description: "What people read in place of `name`; it may be changed at any time, and code never uses it",
  }),
  disabled: z.boolean().optional().meta({
    description:
      "The step does nothing: people continue at once by its default exit. Only steps between start and end.",
  }),
});
export type JourneyNode = z.infer<typeof JourneyNode>;

/** What takes an edge; an edge without a trigger is taken at once. Unknown fields are kept and reported. */
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

/** `branch` names the exit of the source that the edge serves; none = every exit that no other edge serves. */
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
 * A goal as it may be saved: an unknown or unfinished config is a problem, not a refusal. `deadline` is in days;
 * `window` is how long the goal still counts after the end of an enrollment, `GOAL_WINDOW` unless set (R52).
 * `valueProperty` is the property of the goal's event that says what it is worth, such as `total`.
 */
export const GoalConfig = z.looseObject({
  type: z.enum(["event", "page_visit", "attribute_match", "flow_completed"]),
  config: JsonObject,
  deadline: z.number().int().positive().max(3650).nullish(),
  exitOnGoal: z.boolean().optional(),
  window: z.union([z.string().max(60), z.number()]).nullish(),
  valueProperty: z.string().max(255).nullish(),
});
export type GoalConfig = z.infer<typeof GoalConfig>;

/** Words for the people who edit, on the canvas; sizes in canvas pixels. */
export const CanvasNote = z.object({
  id: z.uuid(),
  kind: z.literal("note"),
  text: z.string().max(5_000),
  position: Position,
  width: z.number().min(80).max(2_000),
  height: z.number().min(40).max(2_000),
});
export type CanvasNote = z.infer<typeof CanvasNote>;

/** A frame around steps, which move together; it is as large as they need. */
export const CanvasGroup = z.object({
  id: z.uuid(),
  kind: z.literal("group"),
  label: z.string().max(120),
  nodeIds: z.array(z.uuid()).max(5_000),
});
export type CanvasGroup = z.infer<typeof CanvasGroup>;

/** What is drawn beside the steps and means nothing to the engine. */
export const Annotation = z.discriminatedUnion("kind", [CanvasNote, CanvasGroup]);
export type Annotation = z.infer<typeof Annotation>;

/** Nodes and edges as drawn, with notes and groups where there are any. */
export const Canvas = z.object({
  nodes: z.array(JourneyNode).max(5_000),
  edges: z.array(JourneyEdge).max(20_000),
  annotations: z.array(Annotation).max(1_000).optional(),
});
export type Canvas = z.infer<typeof Canvas>;

/**
 * Everything that publishing freezes into a version. Keys of `settings`: entryConditions, reEntry,
 * minDaysSinceLastJourney, maxDuration, exitConditions, timezone, onResume, instanceKey, unknownReferences,
 * enrollFromSite, sending, holdout.
 */
export const JourneyDocument = Canvas.extend({
  settings: JsonObject.default({}),
  goalConfig: GoalConfig.nullable().default(null),
  audienceId: z.string().nullable().default(null),
  allowAnonymous: z.boolean().default(false),
});
export type JourneyDocument = z.infer<typeof JourneyDocument>;
