import type { Annotation, Canvas } from "../schema.ts";

/** The drawing alone of something that has more fields, such as a document. Without annotations it has no such field. */
export function canvasOf({ nodes, edges, annotations }: Canvas): Canvas {
  return { nodes, edges, ...(annotations && annotations.length > 0 ? { annotations } : {}) };
}

/** Groups without steps that are gone, and without groups that have no step left; the same list if nothing changes. */
export function withoutLostSteps(
  annotations: readonly Annotation[],
  nodes: readonly { readonly id: string }[],
): readonly Annotation[] {
  const known = new Set(nodes.map(({ id }) => id));
  const isWhole = (one: Annotation) => one.kind === "note" || one.nodeIds.every((id) => known.has(id));
  if (annotations.every(isWhole)) return annotations;
  return annotations.flatMap((one) => {
    if (one.kind === "note" || isWhole(one)) return [one];
    const nodeIds = one.nodeIds.filter((id) => known.has(id));
    return nodeIds.length === 0 ? [] : [{ ...one, nodeIds }];
  });
}
