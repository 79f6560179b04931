import {
  baseName,
  type Canvas,
  canvasOf,
  type JourneyEdge,
  type JourneyNode,
  type JsonObject,
  type NodeType,
  nodeKinds,
  type Position,
  withoutLostSteps,
} from "#journey";
import { annotationsOf, withAnnotations } from "./annotations.ts";
import { freeName } from "./clipboard.ts";
import { exitsOf, SPLIT_EXIT } from "./exits.ts";
import { edgesFrom, edgesInto, nodeById } from "./graph.ts";
import { newId } from "./new-id.ts";

export type StepDraft = { type: NodeType; config?: JsonObject; position: Position };
export type Link = { source: string; exit: string | null; target: string };
/** A new canvas and the step that was added to it. */
export type Added = { canvas: Canvas; id: string };

/** A step with the defaults of its kind and a free name. */
export function addStep(canvas: Canvas, { type, config, position }: StepDraft): Added {
  const filled = { ...nodeKinds[type].defaults(), ...config };
  const name = freeName(baseName(type, filled), new Set(canvas.nodes.map((node) => node.name)), "_");
  const node: JourneyNode = { id: newId(), type, name, config: filled, position, contentId: null };
  return { canvas: { ...canvas, nodes: [...canvas.nodes, node] }, id: node.id };
}

/** An edge from an exit of one step to another; null when the same edge is there already. */
export function connect(canvas: Canvas, link: Link): Canvas {
  const branch = branchFor(canvas, link);
  const there = edgesFrom(canvas, link.source).some(
    (edge) => edge.targetNodeId === link.target && edge.branch === branch && edge.trigger === null,
  );
  if (there || !nodeById(canvas, link.source) || !nodeById(canvas, link.target)) return canvas;
  return { ...canvas, edges: [...canvas.edges, newEdge(canvas, link)] };
}

/** Moves an end of an edge; label, weight and trigger stay, the branch follows the exit. */
export function reconnect(canvas: Canvas, edgeId: string, link: Link): Canvas {
  const { name } = newEdge(canvas, link);
  return updateEdge(canvas, edgeId, {
    name,
    sourceNodeId: link.source,
    targetNodeId: link.target,
    branch: branchFor(canvas, link),
  });
}

function newEdge(canvas: Canvas, link: Link): JourneyEdge {
  const [from, to] = [nodeById(canvas, link.source)?.name, nodeById(canvas, link.target)?.name];
  const name = freeName(`${from}-to-${to}`, new Set(canvas.edges.map((edge) => edge.name)), "-");
  const ends = { sourceNodeId: link.source, targetNodeId: link.target, branch: branchFor(canvas, link) };
  return { id: newId(), name, ...ends, label: null, weight: null, trigger: null };
}

/** A single "next" exit needs no branch, but a WAIT may get a timeout later, and then the edge must not serve both exits. */
function branchFor(canvas: Canvas, { source, exit }: Link): string | null {
  const node = nodeById(canvas, source);
  if (!node || exit === null || exit === SPLIT_EXIT) return null;
  const exits = exitsOf(node, canvas);
  if (!exits.some(({ key }) => key === exit)) return null;
  return exits.length === 1 && exit === "next" && !nodeKinds[node.type].takesTimeout ? null : exit;
}

export function updateNode(canvas: Canvas, nodeId: string, fields: Partial<Omit<JourneyNode, "id" | "type">>): Canvas {
  return { ...canvas, nodes: canvas.nodes.map((node) => (node.id === nodeId ? { ...node, ...fields } : node)) };
}

export function updateEdge(canvas: Canvas, edgeId: string, fields: Partial<Omit<JourneyEdge, "id">>): Canvas {
  return { ...canvas, edges: canvas.edges.map((edge) => (edge.id === edgeId ? { ...edge, ...fields } : edge)) };
}

/** Steps and notes put at new places; unchanged when none of them moves. */
export function moveSteps(canvas: Canvas, places: ReadonlyMap<string, Position>): Canvas {
  const moved = <Part extends { id: string; position: Position }>(part: Part): Part => {
    const place = places.get(part.id);
    return place && (place.x !== part.position.x || place.y !== part.position.y) ? { ...part, position: place } : part;
  };
  const nodes = canvas.nodes.map(moved);
  const annotations = canvas.annotations?.map((one) => (one.kind === "note" ? moved(one) : one));
  const isSame = (before: readonly unknown[] = [], after: readonly unknown[] = []) =>
    before.every((part, at) => part === after[at]);
  if (isSame(canvas.nodes, nodes) && isSame(canvas.annotations, annotations)) return canvas;
  return canvasOf({ ...canvas, nodes, annotations });
}

/**
 * Removes steps, edges, notes and groups; the steps of a group stay, unless they are named. If a removed step had one successor, the edges into it lead to the successor instead,
 * so that a line without one of its steps stays a line.
 */
export function removeParts(canvas: Canvas, nodeIds: ReadonlySet<string>, edgeIds: ReadonlySet<string>): Canvas {
  let left: Canvas = { ...canvas, edges: canvas.edges.filter((edge) => !edgeIds.has(edge.id)) };
  for (const nodeId of nodeIds) left = removeStep(left, nodeId);
  const before = annotationsOf(canvas);
  const kept = withoutLostSteps(
    before.filter(({ id }) => !nodeIds.has(id)),
    left.nodes,
  );
  const unchanged =
    left.nodes.length === canvas.nodes.length &&
    left.edges.length === canvas.edges.length &&
    kept.length === before.length;
  return unchanged ? canvas : withAnnotations(left, kept);
}

function removeStep(canvas: Canvas, nodeId: string): Canvas {
  const onward = edgesFrom(canvas, nodeId).filter((edge) => edge.targetNodeId !== nodeId);
  const target = onward.length === 1 ? onward[0]?.targetNodeId : undefined;
  const into = edgesInto(canvas, nodeId).filter((edge) => edge.sourceNodeId !== nodeId && edge.sourceNodeId !== target);
  const rest: Canvas = {
    ...canvas,
    nodes: canvas.nodes.filter((node) => node.id !== nodeId),
    edges: canvas.edges.filter((edge) => edge.sourceNodeId !== nodeId && edge.targetNodeId !== nodeId),
  };
  if (target === undefined) return rest;
  const names = new Set(rest.edges.map((edge) => edge.name));
  const to = nodeById(canvas, target)?.name;
  const bridges = into.map((edge) => ({
    ...edge,
    name: freeName(`${nodeById(canvas, edge.sourceNodeId)?.name}-to-${to}`, names, "-"),
    targetNodeId: target,
  }));
  return { ...rest, edges: [...rest.edges, ...bridges] };
}
