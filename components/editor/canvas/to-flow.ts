import { type Edge, type Node, Position as Side } from "@xyflow/react";
import type { Canvas, JourneyEdge, JourneyNode, Position } from "#journey";
import type { Direction } from "../document/direction.ts";
import { edgeText } from "../document/edge-text.ts";
import { type Exit, edgesByExit, exitsOf, openExits } from "../document/exits.ts";
import { entryPoint, exitPoint, type Mode, STEP_WIDTH, stepHeight } from "../document/geometry.ts";
import { type ExitPlace, type RouteOf, type Routes, routesOf } from "../routes/canvas-routes.ts";
import type { Selection } from "../state/store.ts";

export type StepExit = Exit & { open: boolean };
export type StepData = { step: JourneyNode; exits: readonly StepExit[]; direction: Direction; mode: Mode };
export type StepNode = Node<StepData, "step">;
export type LinkData = {
  edge: JourneyEdge;
  text: string;
  mode: Mode;
  exit: ExitPlace;
  /** Between its two ends. */
  corners: readonly Position[];
};
export type LinkEdge = Edge<LinkData, "link">;

export type View = {
  direction: Direction;
  mode: Mode;
  selection: Selection;
  /** Positions of steps being dragged; they enter the document at the end of the drag. */
  moving: ReadonlyMap<string, Position>;
};

/** Handle that edges enter by, and the handle for edges without a valid exit. */
export const ENTRY_HANDLE = "in";
export const LOST_HANDLE = "lost";
const LOST_EXIT = { key: LOST_HANDLE, index: 0, count: 1 };
/** Same as in editor.css: React Flow would measure the handles, and edges must not depend on that. */
const HANDLE = 10;

/** A document drawn without regard to what is selected or being dragged. */
type Drawing = {
  canvas: Canvas;
  direction: Direction;
  mode: Mode;
  routes: Routes;
  nodes: Map<string, StepNode>;
  edges: Map<string, LinkEdge>;
};

/**
 * Converts documents to React Flow's nodes and edges. Remembers the last result, so that unchanged parts keep their
 * identity and are not drawn again; during a drag only positions are compared.
 */
export function createProjection() {
  let drawing: Drawing | null = null;
  let nodes = new Map<string, StepNode>();
  let edges = new Map<string, LinkEdge>();
  return (canvas: Canvas, view: View): { nodes: StepNode[]; edges: LinkEdge[] } => {
    const isSame = drawing?.canvas === canvas && drawing.direction === view.direction && drawing.mode === view.mode;
    if (!drawing || !isSame) drawing = draw(canvas, view, drawing);
    const during = view.moving.size > 0 ? drawing.routes.during(view.moving) : null;
    nodes = mapOf(drawing.nodes, (drawn) => placed(drawn, nodes.get(drawn.id), view));
    edges = mapOf(drawing.edges, (drawn) => chosen(dragged(drawn, view, during), edges.get(drawn.id), view));
    return { nodes: [...nodes.values()], edges: [...edges.values()] };
  };
}

function mapOf<Item>(items: ReadonlyMap<string, Item>, change: (item: Item) => Item): Map<string, Item> {
  const changed = new Map<string, Item>();
  for (const [id, item] of items) changed.set(id, change(item));
  return changed;
}

function placed(drawn: StepNode, last: StepNode | undefined, { moving, selection }: View): StepNode {
  const position = moving.get(drawn.id) ?? drawn.position;
  const selected = selection.nodes.has(drawn.id);
  const isSame = last?.data === drawn.data && last.position === position && last.selected === selected;
  return isSame ? last : { ...drawn, position, selected };
}

/** An edge of a step that is being dragged goes there. */
function dragged(drawn: LinkEdge, { moving }: View, route: RouteOf | null): LinkEdge {
  if (!route || !drawn.data || !(moving.has(drawn.source) || moving.has(drawn.target))) return drawn;
  const { edge, exit } = drawn.data;
  return { ...drawn, data: { ...drawn.data, corners: route(edge, exit) } };
}

function chosen(drawn: LinkEdge, last: LinkEdge | undefined, { selection }: View): LinkEdge {
  const selected = selection.edges.has(drawn.id);
  return last?.data === drawn.data && last?.selected === selected ? last : { ...drawn, selected };
}

function draw(canvas: Canvas, view: View, last: Drawing | null): Drawing {
  const { direction, mode } = view;
  const known = last?.direction === direction && last.mode === mode ? last : null;
  const routes = known?.routes.fit(canvas, view) ? known.routes : routesOf(canvas, view);
  const exitOfEdge = new Map<string, { key: string } & ExitPlace>();
  const nodes = new Map<string, StepNode>();
  for (const step of canvas.nodes) {
    const open = new Set(openExits(step, canvas).map((exit) => exit.key));
    const exits = exitsOf(step, canvas).map((exit) => ({ ...exit, open: open.has(exit.key) }));
    for (const [key, list] of edgesByExit(step, canvas)) {
      const place = { key, index: exits.findIndex((exit) => exit.key === key), count: exits.length };
      for (const edge of list) exitOfEdge.set(edge.id, place);
    }
    const before = known?.nodes.get(step.id);
    const isSame = before?.data.step === step && sameExits(before.data.exits, exits);
    nodes.set(step.id, isSame ? before : toNode(step, exits, direction, mode));
  }
  const edges = new Map<string, LinkEdge>();
  for (const edge of canvas.edges) {
    const exit = exitOfEdge.get(edge.id) ?? LOST_EXIT;
    const data: LinkData = { edge, text: edgeText(edge, canvas), mode, exit, corners: routes.of(edge, exit) };
    const before = known?.edges.get(edge.id);
    const isSame = before?.sourceHandle === exit.key && before.data && sameLink(before.data, data);
    edges.set(edge.id, isSame ? before : toEdge(data, exit.key));
  }
  return { canvas, direction, mode, routes, nodes, edges };
}

const sameLink = (before: LinkData, { edge, text, corners }: LinkData) =>
  before.edge === edge && before.text === text && sameCorners(before.corners, corners);

const sameCorners = (before: readonly Position[], after: readonly Position[]) =>
  before === after ||
  (before.length === after.length && before.every(({ x, y }, at) => x === after[at]?.x && y === after[at]?.y));

function toNode(step: JourneyNode, exits: readonly StepExit[], direction: Direction, mode: Mode): StepNode {
  const size = { width: STEP_WIDTH, height: stepHeight(mode) };
  return {
    id: step.id,
    type: "step",
    position: step.position,
    ...size,
    measured: size,
    data: { step, exits, direction, mode },
    handles: handlesOf(exits, direction, mode),
  };
}

function sameExits(left: readonly StepExit[], right: readonly StepExit[]): boolean {
  return (
    left.length === right.length &&
    left.every(
      ({ key, label, open }, index) =>
        key === right[index]?.key && label === right[index]?.label && open === right[index]?.open,
    )
  );
}

function handlesOf(exits: readonly Exit[], direction: Direction, mode: Mode): NonNullable<StepNode["handles"]> {
  const size = { width: HANDLE, height: HANDLE };
  const corner = ({ x, y }: Position) => ({ x: x - HANDLE / 2, y: y - HANDLE / 2 });
  const after = direction === "down" ? Side.Bottom : Side.Right;
  return [
    {
      id: ENTRY_HANDLE,
      type: "target",
      position: direction === "down" ? Side.Top : Side.Left,
      ...corner(entryPoint(direction, mode)),
      ...size,
    },
    { id: LOST_HANDLE, type: "source", position: after, ...corner(exitPoint(0, 1, direction, mode)), ...size },
    ...exits.map((exit, index) => ({
      id: exit.key,
      type: "source" as const,
      position: after,
      ...corner(exitPoint(index, exits.length, direction, mode)),
      ...size,
    })),
  ];
}

function toEdge(data: LinkData, exit: string): LinkEdge {
  const { id, sourceNodeId, targetNodeId } = data.edge;
  return {
    id,
    type: "link",
    source: sourceNodeId,
    target: targetNodeId,
    sourceHandle: exit,
    targetHandle: ENTRY_HANDLE,
    data,
  };
}
