import { type Canvas, isEntry, type JourneyEdge, type JourneyNode } from "#journey";
import { edgesFrom, edgesInto, graphOf } from "./graph.ts";

/** One line of the outline. A step reached again is a reference (`again`) to where it is listed first. */
export type OutlineItem = {
  key: string;
  node: JourneyNode;
  /** The edge that leads here; null for an entry step. */
  edge: JourneyEdge | null;
  level: number;
  again: boolean;
};

/** The steps in reading order: entry steps first, depth first along the edges, then unreachable steps. */
export function outline(canvas: Canvas): OutlineItem[] {
  const { nodes } = graphOf(canvas);
  const items: OutlineItem[] = [];
  const listed = new Set<string>();
  const entries = canvas.nodes.filter(isEntry);
  const orphans = canvas.nodes.filter((node) => !isEntry(node) && edgesInto(canvas, node.id).length === 0);
  for (const start of [...entries, ...orphans, ...canvas.nodes]) {
    const stack: { node: JourneyNode; edge: JourneyEdge | null; level: number }[] = [];
    if (!listed.has(start.id)) stack.push({ node: start, edge: null, level: 1 });
    for (let item = stack.pop(); item; item = stack.pop()) {
      const again = listed.has(item.node.id);
      items.push({ key: item.edge?.id ?? item.node.id, ...item, again });
      if (again) continue;
      listed.add(item.node.id);
      const edges = edgesFrom(canvas, item.node.id);
      const level = edges.length > 1 ? item.level + 1 : item.level;
      for (const edge of edges.toReversed()) {
        const node = nodes.get(edge.targetNodeId);
        if (node) stack.push({ node, edge, level });
      }
    }
  }
  return items;
}
