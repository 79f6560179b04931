import type { Canvas, Problem } from "#journey";
import { type FieldError, pointerOf } from "#services";

/** A problem of a document as an error of a request: the pointer leads to the node or edge in the canvas. */
export function problemError(problem: Problem, canvas: Canvas): FieldError {
  const place = placeOf(problem, canvas);
  const inner = problem.field ? problem.field.split(".") : [];
  return {
    pointer: pointerOf([...place, ...inner]),
    field: problem.field,
    ...(problem.nodeId ? { nodeId: problem.nodeId } : {}),
    ...(problem.edgeId ? { edgeId: problem.edgeId } : {}),
    code: problem.code,
    message: problem.message,
  };
}

function placeOf(problem: Problem, canvas: Canvas): PropertyKey[] {
  if (problem.edgeId) return ["edges", canvas.edges.findIndex((edge) => edge.id === problem.edgeId)];
  if (problem.nodeId) return ["nodes", canvas.nodes.findIndex((node) => node.id === problem.nodeId)];
  return [];
}
