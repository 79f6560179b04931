import { expect, it } from "vitest";
import { connectionFinder } from "./same-connection.ts";
import type { Graph, GraphEdge } from "./version-graphs.ts";

const edge = (id: string, given: Partial<GraphEdge> = {}): GraphEdge => ({
  id,
  name: id,
  sourceNodeId: "from",
  targetNodeId: "to",
  branch: null,
  trigger: null,
  ...given,
});
const find = (wanted: GraphEdge, ...edges: GraphEdge[]) => {
  const graph: Graph = { versionId: "v", number: 1, nodes: [], edges };
  return connectionFinder(graph)(wanted)?.id ?? null;
};

it("an edge with another id that joins the same steps by the same exit is the same connection", () => {
  expect(find(edge("old"), edge("new"))).toBe("new");
  expect(find(edge("old", { branch: "next" }), edge("new"))).toBe("new");
});

it("an edge that keeps its id but leads elsewhere is not", () => {
  expect(find(edge("same"), edge("same", { targetNodeId: "elsewhere" }))).toBeNull();
  expect(find(edge("same", { branch: "TRUE" }), edge("same", { branch: "FALSE" }))).toBeNull();
});

it("of several paths between the same steps only the one with the same id is meant", () => {
  expect(find(edge("b"), edge("a"), edge("b"))).toBe("b");
  expect(find(edge("old"), edge("a"), edge("b"))).toBeNull();
});
