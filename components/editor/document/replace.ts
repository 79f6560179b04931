import { type Canvas, isEnd, isEntry, type JourneyEdge } from "#journey";
import { annotationsOf, withAnnotations } from "./annotations.ts";
import { type Added, addStep } from "./edits.ts";
import { branchOf, exitsOf, SPLIT_EXIT } from "./exits.ts";
import { edgesFrom, nodeById } from "./graph.ts";
import type { NewStep } from "./insert.ts";

/**
 * Puts another step in the place of one. Edges that led to the old step lead to the new one; each edge out of it keeps
 * its exit if the new step has that exit, else it takes the next one that is free. Edges for which none is free go.
 */
export function replaceStep(canvas: Canvas, nodeId: string, step: NewStep): Added | null {
  const old = nodeById(canvas, nodeId);
  if (!old || isEntry(old) !== isEntry(step)) return null;
  const added = addStep(canvas, { ...step, position: old.position });
  const fresh = nodeById(added.canvas, added.id);
  if (!fresh) return null;
  const out = isEnd(step) ? [] : placedExits(canvas, nodeId, added.canvas, added.id);
  const kept = new Map(out.map((edge) => [edge.id, edge]));
  const edges = added.canvas.edges.flatMap((edge): JourneyEdge[] => {
    const moved = kept.get(edge.id) ?? (edge.sourceNodeId === nodeId ? null : edge);
    if (moved === null) return [];
    return [moved.targetNodeId === nodeId ? { ...moved, targetNodeId: added.id } : moved];
  });
  // The new step takes the old one's place in the list, so that the outline keeps its order.
  const nodes = canvas.nodes.map((node) => (node.id === nodeId ? fresh : node));
  const annotations = annotationsOf(canvas).map((one) =>
    one.kind === "group" ? { ...one, nodeIds: one.nodeIds.map((id) => (id === nodeId ? added.id : id)) } : one,
  );
  return { canvas: withAnnotations({ nodes, edges }, annotations), id: added.id };
}

/** The edges out of the old step as edges out of the new one. */
function placedExits(before: Canvas, oldId: string, after: Canvas, newId: string): JourneyEdge[] {
  const [old, fresh] = [nodeById(before, oldId), nodeById(after, newId)];
  if (!old || !fresh) return [];
  const edges = edgesFrom(before, oldId);
  const exits = exitsOf(fresh, after).map(({ key }) => key);
  const divides = exits[0] === SPLIT_EXIT;
  const was = exitsOf(old, before);
  const named = edges.map((edge) => branchOf(edge, was));
  const taken = new Set(named.filter((branch) => branch !== null && exits.includes(branch)));
  return edges.flatMap((edge, index): JourneyEdge[] => {
    const moved = { ...edge, sourceNodeId: newId };
    if (edge.trigger !== null || divides) return [{ ...moved, branch: divides ? null : edge.branch }];
    const branch = named[index] ?? null;
    if (branch !== null && exits.includes(branch)) return [{ ...moved, branch }];
    const free = exits.find((key) => !taken.has(key));
    if (free === undefined) return [];
    taken.add(free);
    return [{ ...moved, branch: free === "next" && exits.length === 1 ? null : free, weight: null }];
  });
}
