import * as z from "zod";
import { newId } from "#db";
import {
  AnnotationInput,
  type CanvasInput as CanvasLists,
  completeCanvas,
  EdgeInput,
  GoalConfig,
  JsonObject,
  NodeInput,
} from "#journey";
import { HIGHEST_NUMBER, pointerOf } from "#services";
import { LooseReference, PauseMode } from "./schema.ts";

const nodes = z.array(NodeInput).max(5_000);
const edges = z.array(EdgeInput).max(20_000);
const annotations = z
  .array(AnnotationInput)
  .max(1_000)
  .nullish()
  .meta({ description: "Notes and groups; without this list those of before stay" });

/**
 * If a node or an edge is malformed, the structure of the others is checked too, so that all errors are reported at
 * once. If every part is well-formed, the structure is checked when the canvas is completed.
 */
function wholeCanvas<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.superRefine(
    (input, context) => {
      const completed = completeCanvas(input as CanvasLists, { makeId: () => newId() });
      if ("canvas" in completed) return;
      const told = new Set(context.issues.map(({ path = [] }) => pointerOf(path)));
      for (const { pointer, path, message } of completed.problems)
        if (!told.has(pointer)) context.addIssue({ code: "custom", path: [...path], message });
    },
    { when: ({ value, issues }) => issues.length > 0 && typeof value === "object" && value !== null },
  );
}

/** The whole canvas; what is not in it is deleted. */
export const CanvasInput = wholeCanvas(z.strictObject({ nodes, edges, annotations })).meta({ id: "CanvasInput" });
export type CanvasInput = z.infer<typeof CanvasInput>;

const metadata = {
  name: z.string().trim().min(1).max(255),
  siteId: z.uuid(),
  description: z.string().max(10_000).nullish(),
  audienceId: LooseReference.nullish(),
  settings: JsonObject.nullish(),
  goalConfig: GoalConfig.nullish(),
  allowAnonymous: z.boolean().optional(),
};

export const NewJourney = wholeCanvas(
  z.strictObject({
    ...metadata,
    key: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,119}$/, "may have small letters, digits, - and _")
      .optional(),
    number: z.int().min(1).max(HIGHEST_NUMBER).optional(),
    nodes: nodes.optional(),
    edges: edges.optional(),
    annotations,
  }),
);
export type NewJourney = z.infer<typeof NewJourney>;

/** Seven fields, each optional; a field that is not one of them is refused. */
export const JourneyPatch = z.strictObject(metadata).partial();
export type JourneyPatch = z.infer<typeof JourneyPatch>;

/** A draft to validate without saving it; missing parts come from the saved draft. */
export const DraftInput = wholeCanvas(
  z.strictObject({ nodes, edges, annotations, settings: JsonObject, goalConfig: GoalConfig.nullable() }).partial(),
).optional();
export type DraftInput = z.infer<typeof DraftInput>;

export const PauseInput = z.strictObject({ pauseMode: PauseMode.optional() }).optional();
export const ResumeInput = z
  .strictObject({
    onResume: z.enum(["fire", "shift"]).optional(),
    perMinute: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({ description: "People resumed per minute; all at once by default" }),
  })
  .optional();
