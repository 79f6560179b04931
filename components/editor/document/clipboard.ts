import * as z from "zod";
import { Annotation, type Canvas, canvasOf, holdoutEdge, JourneyEdge, JourneyNode, type Position } from "#journey";
import { annotationsOf, withAnnotations } from "./annotations.ts";
import { edgesFrom } from "./graph.ts";
import { newId } from "./new-id.ts";

/** The clipboard format: readable JSON that can be pasted into any journey. */
const Clip = z.object({
  sojourn: z.literal("steps"),
  nodes: z.array(JourneyNode).max(5_000),
  edges: z.array(JourneyEdge).max(20_000),
  annotations: z.array(Annotation).max(1_000).optional(),
});

/** The chosen steps, the edges between them, notes, and groups all of whose steps are chosen; null when nothing is. */
export function copySteps(canvas: Canvas, nodeIds: ReadonlySet<string>): string | null {
  const nodes = canvas.nodes.filter((node) => nodeIds.has(node.id));
  const annotations = annotationsOf(canvas).filter((one) =>
    one.kind === "note" ? nodeIds.has(one.id) : one.nodeIds.every((id) => nodeIds.has(id)),
  );
  if (nodes.length + annotations.length === 0) return null;
  const edges = canvas.edges.filter((edge) => nodeIds.has(edge.sourceNodeId) && nodeIds.has(edge.targetNodeId));
  return JSON.stringify(
    { sojourn: "steps", nodes, edges, ...(annotations.length > 0 ? { annotations } : {}) },
    null,
    2,
  );
}

/** Steps read back from text; null when the text is something else. */
export function readSteps(text: string): Canvas | null {
  if (!text.includes('"sojourn"')) return null;
  try {
    const clip = Clip.safeParse(JSON.parse(text));
    if (!clip.success || placesOf(clip.data).length === 0) return null;
    return canvasOf(clip.data);
  } catch {
    return null;
  }
}

/** Where steps and notes stand; groups stand around their steps. */
export const placesOf = ({ nodes, annotations = [] }: Canvas): Position[] => [
  ...nodes.map(({ position }) => position),
  ...annotations.flatMap((one) => (one.kind === "note" ? one.position : [])),
];

/** The canvas with the steps added under new ids and free names; `at` is where their upper left corner goes. */
export function pasteSteps(canvas: Canvas, steps: Canvas, at: Position): { canvas: Canvas; added: Set<string> } {
  const left = Math.min(...placesOf(steps).map(({ x }) => x));
  const top = Math.min(...placesOf(steps).map(({ y }) => y));
  const ids = new Map(steps.nodes.map((node) => [node.id, newId()]));
  const names = new Set(canvas.nodes.map((node) => node.name));
  const edgeNames = new Set(canvas.edges.map((edge) => edge.name));
  const renamed = new Map<string, string>();
  const placed = steps.nodes.map((node) => {
    const name = freeName(node.name, names, "_");
    renamed.set(node.id, name);
    const position = { x: at.x + node.position.x - left, y: at.y + node.position.y - top };
    return { ...node, id: ids.get(node.id) ?? newId(), name, position };
  });
  const pastedAs = new Map<string, string>();
  const edges = steps.edges.flatMap((edge) => {
    const sourceNodeId = ids.get(edge.sourceNodeId);
    const targetNodeId = ids.get(edge.targetNodeId);
    if (!sourceNodeId || !targetNodeId) return [];
    const name = freeName(`${renamed.get(edge.sourceNodeId)}-to-${renamed.get(edge.targetNodeId)}`, edgeNames, "-");
    const id = newId();
    pastedAs.set(edge.id, id);
    return [{ ...edge, id, name, sourceNodeId, targetNodeId }];
  });
  const nodes = placed.map((node, index) => withHoldout(node, heldOut(steps, steps.nodes[index]), pastedAs));
  const notes = annotationsOf(steps).map((one) => {
    if (one.kind === "group") return { ...one, id: newId(), nodeIds: one.nodeIds.flatMap((id) => ids.get(id) ?? []) };
    return { ...one, id: newId(), position: { x: at.x + one.position.x - left, y: at.y + one.position.y - top } };
  });
  const whole = { nodes: [...canvas.nodes, ...nodes], edges: [...canvas.edges, ...edges] };
  return {
    canvas: withAnnotations(whole, [...annotationsOf(canvas), ...notes]),
    added: new Set([...ids.values(), ...notes.flatMap(({ id, kind }) => (kind === "note" ? id : []))]),
  };
}

const heldOut = (steps: Canvas, node: JourneyNode | undefined): JourneyEdge | null =>
  node ? holdoutEdge(node.config.holdout, edgesFrom(steps, node.id)) : null;

/** A split refers to its holdout path by id or name; both change when pasting. */
function withHoldout(node: JourneyNode, held: JourneyEdge | null, pastedAs: ReadonlyMap<string, string>): JourneyNode {
  const holdout = held && pastedAs.get(held.id);
  return holdout ? { ...node, config: { ...node.config, holdout } } : node;
}

/** `wait`, then `wait_2`, `wait_3` …; takes the name it gives. */
export function freeName(wanted: string, taken: Set<string>, joint: string): string {
  const stem = wanted.replace(joint === "_" ? /_\d+$/ : /-\d+$/, "");
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${stem}${joint}${count}`;
  taken.add(name);
  return name;
}
