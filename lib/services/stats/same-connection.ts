import { awaitedBy } from "#journey";
import type { Graph, GraphEdge } from "./version-graphs.ts";

/**
 * What makes two edges of two versions the same connection: they join the same exit of the same step to the same step.
 * The id is not enough: an edge keeps its id when its end moves to another step, or when a step between two others is
 * removed.
 */
export function connectionOf({ sourceNodeId, targetNodeId, branch, trigger }: GraphEdge): string {
  const event = awaitedBy(trigger).event ?? "";
  // The only way on is written with and without its name.
  const exit = branch === null || branch === "next" ? "" : branch;
  return JSON.stringify([sourceNodeId, exit, trigger?.type ?? "", event, targetNodeId]);
}

/** Finds the edge of a graph that is the same connection as an edge of another version; null when there is none. */
export function connectionFinder({ edges }: Graph): (edge: GraphEdge) => GraphEdge | null {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const byConnection = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = connectionOf(edge);
    byConnection.set(key, [...(byConnection.get(key) ?? []), edge]);
  }
  return (edge) => {
    const key = connectionOf(edge);
    const sameId = byId.get(edge.id);
    if (sameId && connectionOf(sameId) === key) return sameId;
    // Several paths of a split may lead to the same step, so their ends do not identify them.
    const alike = byConnection.get(key) ?? [];
    return alike.length === 1 ? (alike[0] ?? null) : null;
  };
}
