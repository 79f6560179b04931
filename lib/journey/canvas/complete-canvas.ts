import type { Canvas } from "../schema.ts";
import { completeAnnotations } from "./complete-annotations.ts";
import { completeEdges } from "./complete-edges.ts";
import { completeNodes } from "./complete-nodes.ts";
import { MOST_ANNOTATIONS, MOST_EDGES, MOST_NODES } from "./input.ts";
import { type StructureProblem, structureProblem } from "./structure-problem.ts";
import { tidyCanvas } from "./tidy.ts";
import { findUnstorable } from "./unstorable.ts";

/** Without a list of annotations, those of before stay. */
export type CanvasInput = { readonly nodes?: unknown; readonly edges?: unknown; readonly annotations?: unknown };
export type CompleteOptions = {
  /** The canvas before this change: nodes and edges sent without a name or position keep theirs. */
  readonly previous?: Canvas;
  /** Makes a uuid; it is passed in because this code is pure. */
  readonly makeId: () => string;
};
export type CompletedCanvas = { readonly canvas: Canvas } | { readonly problems: readonly StructureProblem[] };

/**
 * Completes a canvas that a client sent: assigns ids and names, resolves how edges refer to nodes, and reads labels
 * such as YES as branches. Refuses only broken structure, reporting all of it at once; unfinished config is left to
 * `findProblems`.
 */
export function completeCanvas(input: CanvasInput, options: CompleteOptions): CompletedCanvas {
  const { previous, makeId } = options;
  const lists = [
    readList(input.nodes, "nodes", MOST_NODES),
    readList(input.edges, "edges", MOST_EDGES),
    readList(input.annotations, "annotations", MOST_ANNOTATIONS),
  ] as const;
  const [nodeList, edgeList, annotationList] = lists;
  if (!Array.isArray(nodeList) || !Array.isArray(edgeList) || !Array.isArray(annotationList))
    return { problems: lists.flatMap((list) => (Array.isArray(list) ? [] : [list])) };
  const unstorable = findUnstorable({ nodes: nodeList, edges: edgeList, annotations: annotationList });
  if (unstorable !== null)
    return { problems: [structureProblem(unstorable, "The text holds a NUL character or half a surrogate pair.")] };
  const { nodes, broken, problems: wrongNodes } = completeNodes(nodeList, previous, makeId);
  const completed = completeEdges(edgeList, { nodes, broken }, previous, makeId);
  const isSent = input.annotations !== undefined && input.annotations !== null;
  const beside = completeAnnotations(isSent ? annotationList : null, { nodes, previous, makeId });
  const problems = [...wrongNodes, ...completed.problems, ...beside.problems];
  if (problems.length > 0) return { problems };
  return { canvas: tidyCanvas({ nodes, edges: completed.edges, annotations: [...beside.annotations] }) };
}

function readList(value: unknown, field: string, most: number): unknown[] | StructureProblem {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return structureProblem([field], "Must be a list.");
  return value.length > most
    ? structureProblem([field], `Holds ${value.length} entries; ${most} are the most.`)
    : value;
}
