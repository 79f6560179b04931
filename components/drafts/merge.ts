import {
  type Annotation,
  type Canvas,
  canvasOf,
  type JourneyEdge,
  type JourneyNode,
  labelOf,
  withoutLostSteps,
} from "#journey";
import { same } from "./same.ts";

type PartKind = "node" | "edge" | "annotation";
/**
 * A part both sides changed differently, by what people read for it; `field` is null when one side deleted what the
 * other changed.
 */
export type MergeConflict = { kind: PartKind; id: string; name: string; field: string | null };
export type Merge = { canvas: Canvas; conflicts: MergeConflict[] };

/** Three-way merge by id and field. Where both changed the same field, `mine` stands and a conflict is named. */
export function mergeCanvas(base: Canvas, mine: Canvas, theirs: Canvas): Merge {
  const conflicts: MergeConflict[] = [];
  const labels = new Map([...theirs.nodes, ...mine.nodes].map((node) => [node.id, labelOf(node)]));
  const found = (kind: PartKind) => (part: Part, field: string | null) => {
    conflicts.push({ kind, id: part.id, name: nameOf(part, labels), field });
  };
  const nodes = mergeList(base.nodes, mine.nodes, theirs.nodes, found("node"));
  const merged = mergeList(base.edges, mine.edges, theirs.edges, found("edge"));
  const known = new Set(nodes.map((node) => node.id));
  const edges = merged.filter((edge) => known.has(edge.sourceNodeId) && known.has(edge.targetNodeId));
  // An edge that one side drew to a step which the other deleted, and two edges at one exit, are for a person to decide.
  for (const edge of addedEdges(base, merged)) if (!edges.includes(edge)) found("edge")(edge, null);
  for (const edge of crossing(base, mine, theirs)) found("edge")(edge, null);
  const [before = [], ours = [], others = []] = [base, mine, theirs].map((side) => side.annotations ?? []);
  const annotations = withoutLostSteps(mergeList(before, ours, others, found("annotation")), nodes);
  return { canvas: canvasOf({ nodes, edges, annotations: [...annotations] }), conflicts };
}

function addedEdges(base: Canvas, edges: readonly JourneyEdge[]): readonly JourneyEdge[] {
  const before = new Set(base.edges.map(({ id }) => id));
  return edges.filter(({ id }) => !before.has(id));
}

/**
 * New edges of theirs at an exit where mine has a new one too: only the first of them would ever be taken. Edges with a share
 * or a trigger are taken side by side. (The record of kinds is not asked: it would bring zod to every page.)
 */
function crossing(base: Canvas, mine: Canvas, theirs: Canvas): JourneyEdge[] {
  const exitOf = ({ sourceNodeId, branch, label }: JourneyEdge) => `${sourceNodeId} ${branch ?? label ?? ""}`;
  const drawn = (side: Canvas) =>
    addedEdges(base, side.edges).filter(({ trigger, weight }) => trigger === null && weight === null);
  const own = new Map(drawn(mine).map((edge) => [exitOf(edge), edge.id]));
  return drawn(theirs).filter((edge) => own.has(exitOf(edge)) && own.get(exitOf(edge)) !== edge.id);
}

function nameOf(part: Part, labels: ReadonlyMap<string, string>): string {
  if ("sourceNodeId" in part) return `${labels.get(part.sourceNodeId)} → ${labels.get(part.targetNodeId)}`;
  if ("type" in part) return labelOf(part);
  return part.kind === "group" ? `Group ${part.label}`.trim() : "a note";
}

/** `theirs` with the very parts of `base` where they are equal, so that they are compared deeply only once. */
export function sharing(base: Canvas, theirs: Canvas): Canvas {
  const reuse = <P extends Part>(was: readonly P[], now: readonly P[]): P[] => {
    const known = new Map(was.map((part) => [part.id, part]));
    return now.map((part) => {
      const old = known.get(part.id);
      return old !== undefined && same(old, part) ? old : part;
    });
  };
  const annotations = reuse(base.annotations ?? [], theirs.annotations ?? []);
  return canvasOf({ nodes: reuse(base.nodes, theirs.nodes), edges: reuse(base.edges, theirs.edges), annotations });
}

/** Whether two canvases are equal, regardless of the order of their parts. */
export function sameCanvas(left: Canvas, right: Canvas): boolean {
  return (
    sameList(left.nodes, right.nodes) &&
    sameList(left.edges, right.edges) &&
    sameList(left.annotations ?? [], right.annotations ?? [])
  );
}

type Part = JourneyNode | JourneyEdge | Annotation;

function sameList(left: readonly Part[], right: readonly Part[]): boolean {
  if (left.length !== right.length) return false;
  const others = new Map(right.map((part) => [part.id, part]));
  return left.every((part) => same(part, others.get(part.id)));
}

type Found = (part: Part, field: string | null) => void;

function mergeList<P extends Part>(base: readonly P[], mine: readonly P[], theirs: readonly P[], found: Found): P[] {
  const was = new Map(base.map((part) => [part.id, part]));
  const own = new Map(mine.map((part) => [part.id, part]));
  const other = new Map(theirs.map((part) => [part.id, part]));
  const order = [...mine, ...theirs.filter((part) => !own.has(part.id))];
  return order.flatMap((part) => {
    const before = was.get(part.id);
    const left = own.get(part.id);
    const right = other.get(part.id);
    if (left && right) return [mergePart(before, left, right, found)];
    const kept = left ?? right;
    if (!kept || !before) return kept ? [kept] : [];
    if (same(kept, before)) return [];
    found(part, null);
    return left ? [left] : [];
  });
}

function mergePart<P extends Part>(before: P | undefined, mine: P, theirs: P, found: Found): P {
  if (same(mine, theirs)) return mine;
  const merged: Record<string, unknown> = { ...mine };
  const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)]) as Set<keyof P & string>;
  for (const field of fields) {
    if (same(mine[field], theirs[field])) continue;
    if (before && same(mine[field], before[field])) merged[field] = theirs[field];
    else if (!before || !same(theirs[field], before[field])) found(mine, field);
  }
  return merged as P;
}
