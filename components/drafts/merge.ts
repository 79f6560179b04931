import type { Canvas, JourneyEdge, JourneyNode } from "#journey";
import { same } from "./same.ts";

/** A part both sides changed differently; `field` is null when one side deleted what the other changed. */
export type MergeConflict = { kind: "node" | "edge"; id: string; name: string; field: string | null };
export type Merge = { canvas: Canvas; conflicts: MergeConflict[] };

/** Three-way merge by id and field. Where both changed the same field, `mine` stands and a conflict is named. */
export function mergeCanvas(base: Canvas, mine: Canvas, theirs: Canvas): Merge {
  const conflicts: MergeConflict[] = [];
  const nodes = mergeList("node", base.nodes, mine.nodes, theirs.nodes, conflicts);
  const merged = mergeList("edge", base.edges, mine.edges, theirs.edges, conflicts);
  const known = new Set(nodes.map((node) => node.id));
  const edges = merged.filter((edge) => known.has(edge.sourceNodeId) && known.has(edge.targetNodeId));
  return { canvas: { nodes, edges }, conflicts };
}

/** Whether two canvases are equal, regardless of the order of their parts. */
export function sameCanvas(left: Canvas, right: Canvas): boolean {
  return sameList(left.nodes, right.nodes) && sameList(left.edges, right.edges);
}

type Part = JourneyNode | JourneyEdge;

function sameList(left: readonly Part[], right: readonly Part[]): boolean {
  if (left.length !== right.length) return false;
  const others = new Map(right.map((part) => [part.id, part]));
  return left.every((part) => same(part, others.get(part.id)));
}

function mergeList<P extends Part>(
  kind: "node" | "edge",
  base: readonly P[],
  mine: readonly P[],
  theirs: readonly P[],
  conflicts: MergeConflict[],
): P[] {
  const was = new Map(base.map((part) => [part.id, part]));
  const own = new Map(mine.map((part) => [part.id, part]));
  const other = new Map(theirs.map((part) => [part.id, part]));
  const order = [...mine, ...theirs.filter((part) => !own.has(part.id))];
  return order.flatMap((part) => {
    const before = was.get(part.id);
    const left = own.get(part.id);
    const right = other.get(part.id);
    if (left && right) return [mergePart(kind, before, left, right, conflicts)];
    const kept = left ?? right;
    if (!kept || !before) return kept ? [kept] : [];
    if (same(kept, before)) return [];
    conflicts.push({ kind, id: part.id, name: part.name, field: null });
    return left ? [left] : [];
  });
}

function mergePart<P extends Part>(
  kind: "node" | "edge",
  before: P | undefined,
  mine: P,
  theirs: P,
  conflicts: MergeConflict[],
): P {
  if (same(mine, theirs)) return mine;
  const merged: Record<string, unknown> = { ...mine };
  const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)]) as Set<keyof P & string>;
  for (const field of fields) {
    if (same(mine[field], theirs[field])) continue;
    if (before && same(mine[field], before[field])) merged[field] = theirs[field];
    else if (!before || !same(theirs[field], before[field]))
      conflicts.push({ kind, id: mine.id, name: mine.name, field });
  }
  return merged as P;
}
