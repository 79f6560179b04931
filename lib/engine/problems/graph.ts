import {
  isDisabled,
  type JourneyDocument,
  type JourneyEdge,
  type JourneyNode,
  nodeKinds,
  type Routes,
  routesAmong,
} from "#journey";

/** A document with its indexes, built once per check. */
export type Graph = {
  readonly document: JourneyDocument;
  readonly nodes: ReadonlyMap<string, JourneyNode>;
  readonly outgoing: ReadonlyMap<string, readonly JourneyEdge[]>;
  readonly routes: ReadonlyMap<string, Routes>;
};

export function graphOf(document: JourneyDocument): Graph {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const outgoing = Map.groupBy(document.edges, (edge) => edge.sourceNodeId);
  const routes = new Map(document.nodes.map((node) => [node.id, routesAmong(node, outgoing.get(node.id) ?? [])]));
  return { document, nodes, outgoing, routes };
}

/** True when the node has its outcome immediately and an edge serves every possible outcome: its races never start. */
export function leavesAtOnce(graph: Graph, node: JourneyNode): boolean {
  const exits = graph.routes.get(node.id)?.exits ?? [];
  return (
    exits.length > 0 &&
    (isDisabled(node) || !nodeKinds[node.type].waits(node)) &&
    exits.every((exit) => exit.edge !== null)
  );
}

/** Nodes that can be reached from the given ones. */
export function reachable(graph: Graph, from: readonly JourneyNode[]): ReadonlySet<string> {
  const seen = new Set(from.map((node) => node.id));
  const queue = [...seen];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const edge of graph.outgoing.get(id) ?? []) {
      if (seen.has(edge.targetNodeId) || !graph.nodes.has(edge.targetNodeId)) continue;
      seen.add(edge.targetNodeId);
      queue.push(edge.targetNodeId);
    }
  }
  return seen;
}

/** One cycle for each group of nodes that reach one another along the edges that `follows` accepts, as nodes in order. */
export function findCycles(
  graph: Graph,
  follows: (edge: JourneyEdge, source: JourneyNode) => boolean,
): JourneyNode[][] {
  const state = new Map<string, "open" | "done">();
  const cycles: JourneyNode[][] = [];
  for (const root of graph.document.nodes) {
    if (!state.has(root.id)) search(graph, root, follows, state, cycles);
  }
  return cycles;
}

/** Depth-first search without recursion, so that a chain of thousands of nodes cannot exhaust the stack. */
function search(
  graph: Graph,
  root: JourneyNode,
  follows: (edge: JourneyEdge, source: JourneyNode) => boolean,
  state: Map<string, "open" | "done">,
  cycles: JourneyNode[][],
): void {
  const path: { node: JourneyNode; targets: string[] }[] = [];
  const open = (node: JourneyNode) => {
    state.set(node.id, "open");
    const edges = (graph.outgoing.get(node.id) ?? []).filter((edge) => follows(edge, node));
    path.push({ node, targets: edges.map((edge) => edge.targetNodeId) });
  };
  open(root);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.targets.shift();
    if (next === undefined) {
      state.set(top.node.id, "done");
      path.pop();
      continue;
    }
    const node = graph.nodes.get(next);
    if (node === undefined) continue;
    if (state.get(next) === "open")
      cycles.push(path.slice(path.findIndex((step) => step.node.id === next)).map((step) => step.node));
    else if (!state.has(next)) open(node);
  }
}
