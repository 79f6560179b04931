import { newId } from "#db";
import { type Canvas, canvasOf, completeCanvas } from "#journey";
import { type FieldError, invalid } from "#services";

type Input = {
  readonly nodes: readonly unknown[];
  readonly edges: readonly unknown[];
  readonly annotations?: readonly unknown[] | null | undefined;
};

/**
 * The canvas of a request, with ids and names filled in; throws `invalid` naming field and node if its structure is
 * broken.
 */
export function readCanvas(input: Input, previous?: Canvas): Canvas {
  const completed = completeCanvas(input, { makeId: () => newId(), ...(previous ? { previous } : {}) });
  if ("canvas" in completed) return withPlainIds(completed.canvas);
  const errors = completed.problems.map(
    ({ pointer, field, nodeId, edgeId, message }): FieldError => ({
      pointer,
      field,
      ...(nodeId ? { nodeId } : {}),
      ...(edgeId ? { edgeId } : {}),
      message,
    }),
  );
  const [first] = errors;
  throw invalid(first ? `${first.field}: ${first.message}` : "The canvas is not valid.", errors);
}

/** The database returns uuids in lower case, so they are stored in lower case everywhere. */
function withPlainIds(canvas: Canvas): Canvas {
  return canvasOf({
    annotations: canvas.annotations?.map((one) =>
      one.kind === "note"
        ? { ...one, id: one.id.toLowerCase() }
        : { ...one, id: one.id.toLowerCase(), nodeIds: one.nodeIds.map((id) => id.toLowerCase()) },
    ),
    nodes: canvas.nodes.map((node) => ({ ...node, id: node.id.toLowerCase() })),
    edges: canvas.edges.map((edge) => ({
      ...edge,
      id: edge.id.toLowerCase(),
      sourceNodeId: edge.sourceNodeId.toLowerCase(),
      targetNodeId: edge.targetNodeId.toLowerCase(),
    })),
  });
}
