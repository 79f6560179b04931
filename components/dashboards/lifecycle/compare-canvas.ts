import { type Canvas, type JourneyEdge, type JourneyNode, labelOf } from "#journey";

export type CanvasChange = { nodeId: string; name: string; kind: "added" | "removed" | "changed" };

/** The part of a node that affects people; its position on the canvas does not. */
function meaning(node: JourneyNode, edges: readonly JourneyEdge[]): string {
  const ways = edges
    .filter((edge) => edge.sourceNodeId === node.id)
    .map(({ targetNodeId, branch, weight, trigger }) => stable([targetNodeId, branch, weight, trigger]))
    .sort();
  return stable([node.type, node.name, node.config, node.contentId, node.disabled ?? false, ways]);
}

/** JSON with sorted keys, so that the order in which fields were written does not count as a change. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Steps that differ between two canvases, in the order of the later one; removed ones last. */
export function compareCanvas(before: Canvas, after: Canvas): CanvasChange[] {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const kept = new Set(after.nodes.map((node) => node.id));
  const changes: CanvasChange[] = [];
  for (const node of after.nodes) {
    const previous = old.get(node.id);
    if (!previous) changes.push({ nodeId: node.id, name: labelOf(node), kind: "added" });
    else if (meaning(previous, before.edges) !== meaning(node, after.edges)) {
      changes.push({ nodeId: node.id, name: labelOf(node), kind: "changed" });
    }
  }
  for (const node of before.nodes) {
    if (!kept.has(node.id)) changes.push({ nodeId: node.id, name: labelOf(node), kind: "removed" });
  }
  return changes;
}
