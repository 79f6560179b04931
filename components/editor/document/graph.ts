import { type Canvas, type JourneyEdge, type JourneyNode, labelOf } from "#journey";

/** A canvas with its edges looked up by either end. */
export type Graph = {
  nodes: ReadonlyMap<string, JourneyNode>;
  out: ReadonlyMap<string, readonly JourneyEdge[]>;
  into: ReadonlyMap<string, readonly JourneyEdge[]>;
};

const known = new WeakMap<Canvas, Graph>();

/** The graph of a canvas; made once per canvas, since a canvas never changes. */
export function graphOf(canvas: Canvas): Graph {
  const seen = known.get(canvas);
  if (seen) return seen;
  const graph: Graph = {
    nodes: new Map(canvas.nodes.map((node) => [node.id, node])),
    out: Map.groupBy(canvas.edges, (edge) => edge.sourceNodeId),
    into: Map.groupBy(canvas.edges, (edge) => edge.targetNodeId),
  };
  known.set(canvas, graph);
  return graph;
}

export function edgesFrom(canvas: Canvas, nodeId: string): readonly JourneyEdge[] {
  return graphOf(canvas).out.get(nodeId) ?? [];
}

export function edgesInto(canvas: Canvas, nodeId: string): readonly JourneyEdge[] {
  return graphOf(canvas).into.get(nodeId) ?? [];
}

export function nodeById(canvas: Canvas, nodeId: string): JourneyNode | undefined {
  return graphOf(canvas).nodes.get(nodeId);
}

/** What people read for the step to which an edge leads. */
export function targetLabel(canvas: Canvas, edge: JourneyEdge): string {
  const target = nodeById(canvas, edge.targetNodeId);
  return target ? labelOf(target) : edge.name;
}
