import { edgeBranch } from "../branches.ts";
import { nodeKinds } from "../nodes/index.ts";
import type { Canvas, JourneyEdge, JourneyNode } from "../schema.ts";
import type { BrokenNode } from "./complete-nodes.ts";
import { EdgeInput } from "./input.ts";
import { edgeName } from "./names.ts";
import { type StructureProblem, structureProblem } from "./structure-problem.ts";

type Nodes = { readonly nodes: readonly JourneyNode[]; readonly broken: readonly BrokenNode[] };

/** Completes the fields that clients may leave out of edges, and resolves how edges refer to nodes. */
export function completeEdges(
  inputs: readonly unknown[],
  nodes: Nodes,
  previous: Canvas | undefined,
  makeId: () => string,
): { readonly edges: JourneyEdge[]; readonly problems: StructureProblem[] } {
  const problems: StructureProblem[] = [];
  const parsed = inputs.map((input, index) => parseEdge(input, index, problems));
  const find = nodeFinder(nodes);
  const ids = new Set<string>();
  const names = new Set(parsed.flatMap((edge) => (edge?.name === undefined ? [] : [edge.name])));
  const before = [...(previous?.edges ?? [])];
  const edges = parsed.flatMap((edge, index): JourneyEdge[] => {
    if (edge === null) return [];
    const source = resolve(find, edge.sourceNodeId, ["edges", index, "sourceNodeId"], edge.id, problems);
    const target = resolve(find, edge.targetNodeId, ["edges", index, "targetNodeId"], edge.id, problems);
    if (source === null || target === null || source === BROKEN || target === BROKEN) return [];
    const old = takeOld(before, edge, source.id, target.id);
    const id = edge.id ?? old?.id ?? makeId();
    if (ids.has(id)) problems.push(structureProblem(["edges", index, "id"], "Two edges have this id.", { edgeId: id }));
    ids.add(id);
    const name =
      edge.name ??
      (old !== undefined && !names.has(old.name) ? claim(old.name, names) : edgeName(source.name, target.name, names));
    return [complete(edge, id, name, source, target)];
  });
  return { edges, problems };
}

function complete(edge: EdgeInput, id: string, name: string, source: JourneyNode, target: JourneyNode): JourneyEdge {
  const written = { branch: edge.branch ?? null, label: edge.label ?? null };
  const keys = nodeKinds[source.type].exits(source, { edges: [] }).map((exit) => exit.key);
  const branch = edge.trigger === null || edge.trigger === undefined ? edgeBranch(written, keys) : written.branch;
  const weight = edge.weight ?? null;
  const { sourceNodeId: _source, targetNodeId: _target, ...others } = edge;
  return {
    ...others,
    id,
    name,
    sourceNodeId: source.id,
    targetNodeId: target.id,
    branch,
    label: written.label,
    weight,
    trigger: edge.trigger ?? null,
  };
}

function claim(name: string, taken: Set<string>): string {
  taken.add(name);
  return name;
}

/**
 * An edge sent without id that connects the same nodes as an earlier edge is treated as that edge, so that names and
 * ids stay stable across saves.
 */
function takeOld(before: JourneyEdge[], edge: EdgeInput, sourceId: string, targetId: string): JourneyEdge | undefined {
  const index = before.findIndex((old) =>
    edge.id === undefined
      ? old.sourceNodeId === sourceId && old.targetNodeId === targetId && old.branch === (edge.branch ?? null)
      : old.id === edge.id,
  );
  return index < 0 ? undefined : before.splice(index, 1)[0];
}

function parseEdge(input: unknown, index: number, problems: StructureProblem[]): EdgeInput | null {
  const parsed = EdgeInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const edgeId =
    typeof input === "object" && input !== null && "id" in input && typeof input.id === "string" ? input.id : null;
  for (const issue of parsed.error.issues) {
    problems.push(structureProblem(["edges", index, ...issue.path.map(String)], issue.message, { edgeId }));
  }
  return null;
}

/** The node exists but has its own structure problem, which is reported at the node. */
const BROKEN = "broken";
type Found = JourneyNode | typeof BROKEN;
type Find = (reference: string | number) => Found | undefined;

function nodeFinder({ nodes, broken }: Nodes): Find {
  const places: Found[] = [...nodes];
  for (const { index } of broken) places.splice(index, 0, BROKEN);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const brokenNames = new Set(broken.flatMap(({ names }) => names));
  return (reference) => {
    if (typeof reference === "number") return places[reference];
    const placeholder = /^<node-(\d{1,5})-id>$/.exec(reference);
    if (placeholder !== null) return places[Number(placeholder[1]) - 1];
    return byId.get(reference) ?? byName.get(reference) ?? (brokenNames.has(reference) ? BROKEN : undefined);
  };
}

function resolve(
  find: Find,
  reference: string | number,
  path: readonly (string | number)[],
  edgeId: string | undefined,
  problems: StructureProblem[],
): Found | null {
  const node = find(reference);
  if (node !== undefined) return node;
  problems.push(structureProblem(path, `No node of this canvas is “${reference}”.`, { edgeId }));
  return null;
}
