import {
  edgeName,
  type GoalConfig,
  type JourneyEdge,
  type JourneyNode,
  type JsonObject,
  type NodeType,
} from "#journey";
import type { JourneyDraft, ReadContext } from "./dialect.ts";
import { layOut } from "./lay-out.ts";
import { nameId } from "./name-id.ts";

/** A node as a dialect reads it. Names are unique. */
export type NodeParts = {
  readonly name: string;
  readonly type: NodeType;
  readonly config: JsonObject;
  readonly contentId?: string | null;
};

/** An edge as a dialect reads it: it names its nodes; without a name of its own it is called `{from}-to-{to}`. */
export type EdgeParts = { readonly from: string; readonly to: string; readonly name?: string } & Partial<
  Pick<JourneyEdge, "branch" | "label" | "weight" | "trigger">
>;

/** What a dialect reads; parts of the journey that it leaves out stay as they were. */
export type JourneyParts = {
  readonly name: string;
  readonly description?: string | null;
  readonly nodes: readonly NodeParts[];
  readonly edges: readonly EdgeParts[];
  /** All settings, with those of before that the format cannot say. */
  readonly settings: JsonObject;
  readonly goalConfig?: GoalConfig | null;
  readonly audienceId?: string | null;
  readonly allowAnonymous?: boolean;
};

/** Makes a journey of parts: what was there before under the same name keeps its id and position, the rest is laid out. */
export function assembleJourney(parts: JourneyParts, context: ReadContext): JourneyDraft {
  const { before } = context;
  const nodes = makeNodes(parts.nodes, context);
  const edges = makeEdges(parts.edges, new Map(nodes.map(({ name, id }) => [name, id])), context);
  const places = layOut(nodes, edges);
  const { goalConfig, audienceId, allowAnonymous } = parts;
  return {
    name: parts.name,
    description: parts.description === undefined ? (before?.description ?? null) : parts.description,
    document: {
      nodes: nodes.map((node) => ({ ...node, position: places.get(node.id) ?? { x: 0, y: 0 } })),
      edges,
      settings: parts.settings,
      goalConfig: goalConfig === undefined ? (before?.document.goalConfig ?? null) : goalConfig,
      audienceId: audienceId === undefined ? (before?.document.audienceId ?? null) : audienceId,
      allowAnonymous: allowAnonymous ?? before?.document.allowAnonymous ?? false,
    },
  };
}

type Unplaced = Omit<JourneyNode, "position"> & { readonly position: JourneyNode["position"] | null };

function makeNodes(nodes: readonly NodeParts[], { seed, before }: ReadContext): Unplaced[] {
  const old = new Map(before?.document.nodes.map((node) => [node.name, node]));
  return nodes.map(({ name, type, config, contentId = null }) => {
    const kept = old.get(name);
    const { id, position } = kept ?? { id: nameId(seed, "node", name), position: null };
    return { ...kept, id, type, name, config, contentId, position };
  });
}

function makeEdges(
  edges: readonly EdgeParts[],
  nodeIds: ReadonlyMap<string, string>,
  { seed, before }: ReadContext,
): JourneyEdge[] {
  const left = [...(before?.document.edges ?? [])];
  const names = new Set(edges.flatMap(({ name }) => (name === undefined ? [] : [name])));
  return edges.flatMap(({ from, to, name: given, ...others }) => {
    const [sourceNodeId, targetNodeId] = [nodeIds.get(from), nodeIds.get(to)];
    if (sourceNodeId === undefined || targetNodeId === undefined) return [];
    const { branch = null, label = null, weight = null, trigger = null } = others;
    const kept = takeOld(left, { name: given, sourceNodeId, targetNodeId, branch });
    const name = given ?? (kept !== null && !names.has(kept.name) ? kept.name : edgeName(from, to, names));
    names.add(name);
    const id = kept?.id ?? nameId(seed, "edge", name);
    return [{ ...kept, id, name, sourceNodeId, targetNodeId, branch, label, weight, trigger }];
  });
}

/** The edge that this one was: the one of its name, or without a name the one that serves the same exit and target. */
function takeOld(
  left: JourneyEdge[],
  edge: { readonly name: string | undefined } & Pick<JourneyEdge, "sourceNodeId" | "targetNodeId" | "branch">,
): JourneyEdge | null {
  const index = left.findIndex((old) =>
    edge.name === undefined
      ? old.sourceNodeId === edge.sourceNodeId && old.targetNodeId === edge.targetNodeId && old.branch === edge.branch
      : old.name === edge.name,
  );
  return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
}
