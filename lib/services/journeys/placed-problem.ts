import type { Canvas, Problem } from "#journey";
import { type FieldError, pointerOf } from "#services";

/** A problem of a document with the JSON pointer to its place: in `nodes` or `edges`, or in the journey itself. */
export type PlacedProblem = Problem & { readonly pointer: string };

export function placeProblems(problems: readonly Problem[], { nodes, edges }: Canvas): PlacedProblem[] {
  if (problems.length === 0) return [];
  const nodeAt = new Map(nodes.map(({ id }, index) => [id, index]));
  const edgeAt = new Map(edges.map(({ id }, index) => [id, index]));
  return problems.map((problem) => {
    const { nodeId, edgeId, field } = problem;
    const edge = edgeId === null ? undefined : edgeAt.get(edgeId);
    const node = nodeId === null ? undefined : nodeAt.get(nodeId);
    const place = edge !== undefined ? ["edges", edge] : node !== undefined ? ["nodes", node] : [];
    return { ...problem, pointer: pointerOf([...place, ...(field ? field.split(".") : [])]) };
  });
}

/** A problem of a document as an error of a request. */
export function problemError({ pointer, field, nodeId, edgeId, code, message }: PlacedProblem): FieldError {
  return {
    pointer,
    field,
    ...(nodeId ? { nodeId } : {}),
    ...(edgeId ? { edgeId } : {}),
    code,
    message,
  };
}
