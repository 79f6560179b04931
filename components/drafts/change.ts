import type { Canvas, JourneyEdge, JourneyNode } from "#journey";
import { same } from "./same.ts";

type PartChange<Part> = { before: Part | null; after: Part | null };

/**
 * The changed parts of an edit, each with its old and new value. That is all a three-way merge needs, so an edit can be
 * stored without the whole canvas and merged into any later draft.
 */
export type DraftChange = {
  nodes: Record<string, PartChange<JourneyNode>>;
  edges: Record<string, PartChange<JourneyEdge>>;
};

/** The difference between two canvases; null if they are equal. */
export function changeBetween(base: Canvas, mine: Canvas): DraftChange | null {
  const change = { nodes: changedParts(base.nodes, mine.nodes), edges: changedParts(base.edges, mine.edges) };
  return isEmpty(change.nodes) && isEmpty(change.edges) ? null : change;
}

/** A canvas with the changed parts as they were before the edit. */
export function undoChange(canvas: Canvas, { nodes, edges }: DraftChange): Canvas {
  return { nodes: withParts(canvas.nodes, nodes, "before"), edges: withParts(canvas.edges, edges, "before") };
}

/** A canvas with the changed parts as they are after the edit. */
export function redoChange(canvas: Canvas, { nodes, edges }: DraftChange): Canvas {
  return { nodes: withParts(canvas.nodes, nodes, "after"), edges: withParts(canvas.edges, edges, "after") };
}

/** How many changes a person would count: steps, and edges between steps that stayed as they were. */
export function countChanges({ nodes, edges }: DraftChange): number {
  const alone = Object.values(edges).filter(({ before, after }) => {
    const edge = after ?? before;
    return edge !== null && !(edge.sourceNodeId in nodes) && !(edge.targetNodeId in nodes);
  });
  return Object.keys(nodes).length + alone.length || Object.keys(edges).length;
}

const isEmpty = (parts: object) => Object.keys(parts).length === 0;

function changedParts<Part extends { id: string }>(
  before: readonly Part[],
  after: readonly Part[],
): Record<string, PartChange<Part>> {
  const changed: Record<string, PartChange<Part>> = {};
  const was = new Map(before.map((part) => [part.id, part]));
  for (const part of after) {
    const old = was.get(part.id) ?? null;
    was.delete(part.id);
    if (old !== part && !same(old, part)) changed[part.id] = { before: old, after: part };
  }
  for (const [id, part] of was) changed[id] = { before: part, after: null };
  return changed;
}

function withParts<Part extends { id: string }>(
  parts: readonly Part[],
  changes: Record<string, PartChange<Part>>,
  side: "before" | "after",
): Part[] {
  const known = new Set(parts.map((part) => part.id));
  const kept = parts.flatMap((part) => {
    const change = changes[part.id];
    const wanted = change ? change[side] : part;
    return wanted ? [wanted] : [];
  });
  const added = Object.entries(changes).flatMap(([id, change]) => (known.has(id) ? [] : (change[side] ?? [])));
  return [...kept, ...added];
}
