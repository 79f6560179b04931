import * as z from "zod";
import { CanvasGroup, CanvasNote, EdgeTrigger, GoalConfig, JsonObject, NodeType, Position } from "#journey";

/** Marks a file as ours. A later version of the format has a higher number. */
export const NATIVE_FORMAT = "sojourn-journey";
export const NATIVE_VERSION = 1;

const Name = z.string().min(1).max(120);

export const NativeNode = z.object({
  name: Name,
  type: NodeType,
  config: JsonObject.default({}),
  /** The content item that it sends or shows, by key. */
  content: z.string().max(255).nullish(),
  position: Position.optional(),
  /** What people read in place of the name. */
  label: z.string().max(120).optional(),
  /** The step is passed through. */
  disabled: z.boolean().optional(),
});

export const NativeEdge = z.object({
  name: z.string().min(1).max(255).optional(),
  from: Name,
  to: Name,
  branch: z.string().max(120).nullish(),
  label: z.string().max(255).nullish(),
  weight: z.number().min(0).max(100).nullish(),
  trigger: EdgeTrigger.nullish(),
});

/** A note or a group; a group names its nodes. */
export const NativeAnnotation = z.discriminatedUnion("kind", [
  CanvasNote.omit({ id: true }),
  CanvasGroup.omit({ id: true, nodeIds: true }).extend({ nodes: z.array(Name).max(5_000) }),
]);

export type NativeAnnotation = z.infer<typeof NativeAnnotation>;

/** A journey as a file: the whole document, with names in place of ids, so that it can be read in another workspace. */
export const NativeJourney = z.object({
  format: z.literal(NATIVE_FORMAT),
  version: z.literal(NATIVE_VERSION, { error: "was written by a newer version of Sojourn, or is not a version" }),
  name: z.string().trim().min(1).max(255),
  description: z.string().max(10_000).nullish(),
  nodes: z.array(NativeNode).max(5_000),
  edges: z.array(NativeEdge).max(20_000).default([]),
  settings: JsonObject.default({}),
  goalConfig: GoalConfig.nullish(),
  /** Notes and groups on the canvas. */
  annotations: z.array(NativeAnnotation).max(1_000).optional(),
  /** A segment, by key. */
  audience: z.string().max(255).nullish(),
  allowAnonymous: z.boolean().default(false),
});
export type NativeJourney = z.infer<typeof NativeJourney>;
