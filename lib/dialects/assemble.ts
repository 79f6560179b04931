import {
  edgeName,
  type GoalConfig,
  isEnd,
  isEntry,
  type JourneyEdge,
  type JourneyNode,
  type JsonObject,
  type NodeType,
  type Position,
  withoutLostSteps,
} from "#journey";
import type { JourneyDraft, ReadContext } from "./dialect.ts";
import { layOut } from "./lay-out.ts";
import { nameId } from "./name-id.ts";
import { sameJson } from "./same-json.ts";

/** A node as a dialect reads it, by a name that is unique among the parts. */
export type NodeParts = {
  readonly name: string;
  readonly type: NodeType;
  readonly config: JsonObject;
  readonly contentId?: string | null;
  /** Where it stands, if the format says it. */
  readonly position?: Position;
  /** Only of formats that have them; in others a node keeps its own. */
  readonly label?: string | undefined;
  readonly disabled?: boolean | undefined;
};

/** A node that stays as it was. */
export type KeptNode = { readonly name: string; readonly keeps: JourneyNode };

/** An edge as a dialect reads it: it names its nodes; without a name of its own it is called `{from}-to-{to}`. */
export type EdgeParts = { readonly from: string; readonly to: string; readonly name?: string } & Partial<
  Pick<JourneyEdge, "branch" | "label" | "weight" | "trigger">
>;

/** An edge that stays as it was. */
export type KeptEdge = { readonly from: string; readonly to: string; readonly keeps: JourneyEdge };

export type AnyNode = NodeParts | KeptNode;
export type AnyEdge = EdgeParts | KeptEdge;

/** What a dialect reads; parts of the journey that it leaves out stay as they were. */
export type JourneyParts = {
  readonly name: string;
  readonly description?: string | null;
  readonly nodes: readonly AnyNode[];
  readonly edges: readonly AnyEdge[];
  /** Ids of the nodes of before in the order in which the format lists them. */
  readonly written?: readonly string[];
  /** All settings, with those of before that the format cannot say. */
  readonly settings: JsonObject;
  readonly goalConfig?: GoalConfig | null;
  readonly audienceId?: string | null;
  readonly allowAnonymous?: boolean;
};

/**
 * Makes a journey of parts: what was there before under the same name keeps its id, its position and its place in the
 * lists; the rest is laid out.
 */
export function assembleJourney(parts: JourneyParts, context: ReadContext): JourneyDraft {
  const { before } = context;
  const made = makeNodes(parts.nodes, context);
  const edges = edgesInOrder(
    makeEdges(parts.edges, new Map(made.map(({ part, node }) => [part, node])), context),
    before?.document.edges,
  );
  const nodes = made.map(({ node }) => node);
  const places = layOut(nodes, edges);
  const { goalConfig, audienceId, allowAnonymous } = parts;
  const annotations = withoutLostSteps(before?.document.annotations ?? [], nodes);
  return {
    name: parts.name,
    description: parts.description === undefined ? (before?.description ?? null) : parts.description,
    document: {
      nodes: nodesInOrder(nodes, before?.document.nodes, parts.written ?? []).map((node) => ({
        ...node,
        position: places.get(node.id) ?? { x: 0, y: 0 },
      })),
      edges,
      ...(annotations.length > 0 ? { annotations: [...annotations] } : {}),
      settings: parts.settings,
      goalConfig: goalConfig === undefined ? (before?.document.goalConfig ?? null) : goalConfig,
      audienceId: audienceId === undefined ? (before?.document.audienceId ?? null) : audienceId,
      allowAnonymous: allowAnonymous ?? before?.document.allowAnonymous ?? false,
    },
  };
}

type Unplaced = Omit<JourneyNode, "position"> & { readonly position: JourneyNode["position"] | null };
type Made = { readonly part: string; readonly node: Unplaced };

function makeNodes(nodes: readonly AnyNode[], { seed, before }: ReadContext): Made[] {
  // Of several nodes of one name the first is meant.
  const old = new Map(before?.document.nodes.toReversed().map((node) => [node.name, node]));
  return nodes.map((parts) => {
    const { name } = parts;
    if ("keeps" in parts) return { part: name, node: parts.keeps };
    const { type, config, contentId = null } = parts;
    const kept = old.get(name);
    const { id } = kept ?? { id: nameId(seed, "node", name) };
    const position = parts.position ?? kept?.position ?? null;
    const node: Unplaced = { ...kept, id, type, name, config, contentId, position };
    if ("label" in parts) node.label = parts.label;
    if ("disabled" in parts) node.disabled = parts.disabled;
    return { part: name, node };
  });
}

function makeEdges(
  edges: readonly AnyEdge[],
  nodes: ReadonlyMap<string, Unplaced>,
  { seed, before }: ReadContext,
): JourneyEdge[] {
  const kept = new Set(edges.flatMap((edge) => ("keeps" in edge ? [edge.keeps] : [])));
  const left = (before?.document.edges ?? []).filter((edge) => !kept.has(edge));
  const names = new Set(edges.flatMap((edge) => ("keeps" in edge ? edge.keeps.name : (edge.name ?? []))));
  return edges.flatMap((edge) => {
    if ("keeps" in edge) return [edge.keeps];
    const [source, target] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (source === undefined || target === undefined) return [];
    const ends = { sourceNodeId: source.id, targetNodeId: target.id };
    const { branch = null, trigger = null } = edge;
    const old = takeOld(left, { name: edge.name, ...ends, branch });
    const { label = old?.label ?? null, weight = old?.weight ?? null } = edge;
    const name = edge.name ?? (old !== null && !names.has(old.name) ? old.name : edgeName(edge.from, edge.to, names));
    names.add(name);
    const id = old?.id ?? nameId(seed, "edge", name);
    return [{ ...old, id, name, ...ends, branch, label, weight, trigger }];
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

type Listed = { readonly id: string };

/** In the order of before; what is new comes after what it follows. */
function byBefore<Item extends Listed>(items: readonly Item[], before: readonly Listed[] = []): Item[] {
  const places = new Map(before.map(({ id }, index) => [id, index]));
  let last = -1;
  const ranked = items.map((item) => {
    const place = places.get(item.id);
    last = place ?? last;
    return { item, place: last, isNew: place === undefined };
  });
  return ranked
    .sort((left, right) => left.place - right.place || Number(left.isNew) - Number(right.isNew))
    .map(({ item }) => item);
}

/**
 * The order of before, unless the steps were written in another order (`written`, ids). Where triggers and ends stand in
 * the list has no meaning.
 */
function nodesInOrder<Item extends Listed & Pick<JourneyNode, "type">>(
  nodes: readonly Item[],
  before: readonly Listed[] | undefined,
  written: readonly string[],
): Item[] {
  const read = nodes.filter((node) => !isEntry(node) && !isEnd(node)).map(({ id }) => id);
  const isSame = sameJson(
    read.filter((id) => written.includes(id)),
    written.filter((id) => read.includes(id)),
  );
  return isSame ? byBefore(nodes, before) : [...nodes];
}

/**
 * Of several edges of one node the first may win, so their order has a meaning. The order of before stays as long as it
 * is the same for every node.
 */
function edgesInOrder(edges: readonly JourneyEdge[], before: readonly JourneyEdge[] | undefined): JourneyEdge[] {
  const sorted = byBefore(edges, before);
  const read = Map.groupBy(edges, ({ sourceNodeId }) => sourceNodeId);
  const stays = [...Map.groupBy(sorted, ({ sourceNodeId }) => sourceNodeId)].every(([source, own]) =>
    own.every(({ id }, index) => read.get(source)?.[index]?.id === id),
  );
  return stays ? sorted : [...edges];
}
