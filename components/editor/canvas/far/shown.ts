import type { Canvas, Position } from "#journey";
import { type Mode, STEP_HEIGHT, STEP_WIDTH, stepHeight } from "../../document/geometry.ts";
import type { LinkEdge, StepNode } from "../to-flow.ts";

type Flow = { nodes: StepNode[]; edges: LinkEdge[] };
/** What React Flow knows of the screen: its size, and where the canvas is moved and zoomed to. */
type Screen = { width: number; height: number; transform: readonly [x: number, y: number, zoom: number] };

/** The same flow with only these steps in the page, and the edges between them. React Flow keeps knowing the others. */
export function hideOthers({ nodes, edges }: Flow, shown: ReadonlySet<string>): Flow {
  return {
    nodes: nodes.map((node) => (shown.has(node.id) ? node : hiddenOf(node))),
    edges: edges.map((edge) => (shown.has(edge.source) && shown.has(edge.target) ? edge : hiddenOf(edge))),
  };
}

const hidden = new WeakMap<object, object>();

/** The same one for the same node, so that it is not compared again in every frame of a drag. */
function hiddenOf<Item extends StepNode | LinkEdge>(item: Item): Item {
  const known = hidden.get(item) as Item | undefined;
  const made = known ?? { ...item, hidden: true };
  if (!known) hidden.set(item, made);
  return made;
}

/** Ids of the steps on the screen, those in its middle first. */
export function stepsInView({ width, height, transform: [x, y, zoom] }: Screen, canvas: Canvas): string[] {
  const seen = canvas.nodes.flatMap(({ id, position }) => {
    const left = position.x * zoom + x;
    const top = position.y * zoom + y;
    const isSeen = left < width && left + STEP_WIDTH * zoom > 0 && top < height && top + STEP_HEIGHT * zoom > 0;
    return isSeen ? [{ id, off: Math.hypot(left - width / 2, top - height / 2) }] : [];
  });
  return seen.sort((one, other) => one.off - other.off).map(({ id }) => id);
}

/** The step at a point of the canvas, in canvas pixels; the topmost one. */
export function stepAt(nodes: readonly StepNode[], { x, y }: Position, mode: Mode): string | null {
  const isAt = ({ position }: StepNode) =>
    x >= position.x && x <= position.x + STEP_WIDTH && y >= position.y && y <= position.y + stepHeight(mode);
  return nodes.findLast(isAt)?.id ?? null;
}
