import { type Annotation, type Canvas, canvasOf, type JourneyEdge, type JourneyNode } from "#journey";
import { same } from "./same.ts";

type PartChange<Part> = { before: Part | null; after: Part | null };

/**
 * The changed parts of an edit, each with its old and new value. That is all a three-way merge needs, so an edit can be
 * stored without the whole canvas and merged into any later draft.
 */
export type DraftChange = {
  nodes: Record<string, PartChange<JourneyNode>>;
  edges: Record<string, PartChange<JourneyEdge>>;
  /** Missing in edits that an older build kept. */
  annotations?: Record<string, PartChange<Annotation>> | undefined;
};

/** The difference between two canvases; null if they are equal. */
export function changeBetween(base: Canvas, mine: Canvas): DraftChange | null {
  const change = {
    nodes: changedParts(base.nodes, mine.nodes),
    edges: changedParts(base.edges, mine.edges),
    annotations: changedParts(base.annotations ?? [], mine.annotations ?? []),
  };
  return Object.values(change).every(isEmpty) ? null : change;
}

/** A canvas with the changed parts as they were before the edit. */
export function undoChange(canvas: Canvas, change: DraftChange): Canvas {
  return changed(canvas, change, "before");
}

/** A canvas with the changed parts as they are after the edit. */
export function redoChange(canvas: Canvas, change: DraftChange): Canvas {
  return changed(canvas, change, "after");
}

function changed(canvas: Canvas, { nodes, edges, annotations = {} }: DraftChange, side: "before" | "after"): Canvas {
  return canvasOf({
    nodes: withParts(canvas.nodes, nodes, side),
    edges: withParts(canvas.edges, edges, side),
    annotations: withParts(canvas.annotations ?? [], annotations, side),
  });
}

/** How many changes a person would count: steps, notes and groups, and edges between steps that stayed as they were. */
export function countChanges({ nodes, edges, annotations = {} }: DraftChange): number {
  const alone = Object.values(edges).filter(({ before, after }) => {
    const edge = after ?? before;
    return edge !== null && !(edge.sourceNodeId in nodes) && !(edge.targetNodeId in nodes);
  });
  const parts = Object.keys(nodes).length + Object.keys(annotations).length;
  return parts + alone.length || Object.keys(edges).length;
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
