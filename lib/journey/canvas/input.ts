import * as z from "zod";
import { CanvasGroup, CanvasNote, EdgeTrigger, JsonObject, NodeType, Position } from "../schema.ts";

/** A field that may be left out or null. */
function absent<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A node as clients send it: only the type is required. Unknown fields are kept and reported. */
export const NodeInput = z.looseObject({
  id: absent(z.uuid({ error: "must be a uuid" })),
  type: NodeType,
  name: absent(z.string().min(1).max(120)),
  config: JsonObject.default({}),
  position: Position.optional(),
  contentId: z
    .union([z.string().max(255), z.number().int()])
    .transform((id) => (id === "" ? null : String(id)))
    .nullish(),
  label: z.string().max(120).nullish(),
  disabled: z.boolean().nullish(),
});
export type NodeInput = z.infer<typeof NodeInput>;

/** A node named by id, name, 0-based index, or `<node-N-id>` (1-based). */
const NodeReference = z.union([z.string().min(1).max(255), z.number().int().min(0)], { error: "must name a node" });

/** An edge as clients send it. */
export const EdgeInput = z.looseObject({
  id: absent(z.uuid({ error: "must be a uuid" })),
  name: absent(z.string().min(1).max(255)),
  sourceNodeId: NodeReference,
  targetNodeId: NodeReference,
  branch: z.string().max(120).nullish(),
  label: z.string().max(255).nullish(),
  weight: z.number().min(0).max(100).nullish(),
  trigger: EdgeTrigger.nullish(),
});
export type EdgeInput = z.infer<typeof EdgeInput>;

/** A note or a group as clients send it; a group names its nodes by id or name. */
export const AnnotationInput = z.discriminatedUnion("kind", [
  CanvasNote.extend({
    id: absent(z.uuid({ error: "must be a uuid" })),
    text: CanvasNote.shape.text.default(""),
    width: CanvasNote.shape.width.default(240),
    height: CanvasNote.shape.height.default(120),
  }),
  CanvasGroup.extend({
    id: absent(z.uuid({ error: "must be a uuid" })),
    label: CanvasGroup.shape.label.default(""),
    nodeIds: z.array(z.string().min(1).max(255)).max(5_000),
  }),
]);
export type AnnotationInput = z.infer<typeof AnnotationInput>;

export const MOST_ANNOTATIONS = 1_000;
export const MOST_NODES = 5_000;
export const MOST_EDGES = 20_000;
