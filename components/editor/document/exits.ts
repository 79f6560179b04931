import { type Canvas, dividesPeople, edgeBranch, type JourneyEdge, type JourneyNode, nodeKinds } from "#journey";
import { edgesFrom } from "./graph.ts";

/** An exit of a step as drawn on the canvas: one handle. */
export type Exit = { key: string; label: string };

/** The single handle of a split, from which all its paths start. */
export const SPLIT_EXIT = "path";

/** The handles of a step. */
export function exitsOf(node: JourneyNode, canvas: Canvas): readonly Exit[] {
  if (dividesPeople(node)) return [{ key: SPLIT_EXIT, label: "New path" }];
  return nodeKinds[node.type].exits(node, canvas);
}

/** The exit an edge serves: its branch, else a label that names one; null = every exit no other edge covers. */
export function branchOf(edge: JourneyEdge, exits: readonly Exit[]): string | null {
  return edgeBranch(
    edge,
    exits.map((exit) => exit.key),
  );
}

/** Per exit key the edges that leave there. An edge for "every other exit" is drawn from the first of them. */
export function edgesByExit(node: JourneyNode, canvas: Canvas): Map<string, readonly JourneyEdge[]> {
  const exits = exitsOf(node, canvas);
  const edges = edgesFrom(canvas, node.id);
  const first = exits[0]?.key;
  const found = new Map<string, JourneyEdge[]>(exits.map((exit) => [exit.key, []]));
  const rest: JourneyEdge[] = [];
  for (const edge of edges) {
    const branch = dividesPeople(node) ? SPLIT_EXIT : branchOf(edge, exits);
    const list = branch === null ? undefined : found.get(branch);
    if (list) list.push(edge);
    else rest.push(edge);
  }
  const open = exits.find((exit) => found.get(exit.key)?.length === 0)?.key ?? first;
  if (open !== undefined) for (const edge of rest) found.get(open)?.push(edge);
  return found;
}

/** Exits without an edge: neither their own nor one for "every other exit". */
export function openExits(node: JourneyNode, canvas: Canvas): readonly Exit[] {
  const exits = exitsOf(node, canvas);
  const edges = edgesFrom(canvas, node.id);
  if (!dividesPeople(node) && edges.some((edge) => branchOf(edge, exits) === null)) return [];
  const served = edgesByExit(node, canvas);
  return exits.filter((exit) => served.get(exit.key)?.length === 0);
}
