import type { Canvas, JourneyEdge, JourneyNode, Position } from "#journey";
import type { Direction } from "../document/direction.ts";
import { entryPoint, exitPoint, type Mode, STEP_WIDTH, stepHeight } from "../document/geometry.ts";
import { graphOf } from "../document/graph.ts";
import { type Box, BoxIndex } from "./box-index.ts";
import { routeEdge } from "./route-edge.ts";

/** How a canvas is drawn: which way it runs, and how tall its steps are. */
export type Frame = { readonly direction: Direction; readonly mode: Mode };
/** Which handle of its step an edge leaves by: the n-th of `count`. */
export type ExitPlace = { readonly index: number; readonly count: number };
/** The corners of an edge between its two handles, in canvas pixels; the same list as long as no step moves. */
export type RouteOf = (edge: JourneyEdge, exit: ExitPlace) => readonly Position[];

export type Routes = {
  readonly of: RouteOf;
  /** The routes while steps are being dragged, when they are drawn elsewhere. */
  readonly during: (moving: ReadonlyMap<string, Position>) => RouteOf;
  /** Whether the steps of another canvas stand where these do, so that its edges go the same ways. */
  readonly fit: (canvas: Canvas, frame: Frame) => boolean;
};

/** With more steps than this being dragged, their edges take the plain way until they are dropped. */
const MOST_DRAGGED = 24;
const NOWHERE: Position = { x: 0, y: 0 };

/** The ways of all edges of a canvas, around its steps. */
export function routesOf(canvas: Canvas, frame: Frame): Routes {
  const { nodes } = graphOf(canvas);
  const known = new Map<string, readonly Position[]>();
  const route = routing(frame, indexOf(canvas.nodes, frame), (id) => nodes.get(id)?.position ?? NOWHERE);
  return {
    of(edge, exit) {
      const key = `${edge.sourceNodeId} ${edge.targetNodeId} ${exit.index} ${exit.count}`;
      const corners = known.get(key) ?? route(edge, exit);
      known.set(key, corners);
      return corners;
    },
    during(moving) {
      const placed = canvas.nodes.map((node) => ({ ...node, position: moving.get(node.id) ?? node.position }));
      const index = indexOf(moving.size > MOST_DRAGGED ? [] : placed, frame);
      return routing(frame, index, (id) => moving.get(id) ?? nodes.get(id)?.position ?? NOWHERE);
    },
    fit: (other, { direction, mode }) =>
      direction === frame.direction && mode === frame.mode && samePlaces(canvas.nodes, other.nodes),
  };
}

/** Routes are found downwards; a journey that runs to the right is turned for that, and its corners are turned back. */
function routing({ direction, mode }: Frame, index: BoxIndex, placeOf: (id: string) => Position): RouteOf {
  const entry = entryPoint(direction, mode);
  return ({ sourceNodeId, targetNodeId }, { index: nth, count }) => {
    const from = plus(placeOf(sourceNodeId), exitPoint(nth, Math.max(1, count), direction, mode));
    const to = plus(placeOf(targetNodeId), entry);
    const own = new Set([sourceNodeId, targetNodeId]);
    if (direction === "down") return routeEdge({ from, to, own }, index);
    return routeEdge({ from: turned(from), to: turned(to), own }, index).map(turned);
  };
}

function indexOf(nodes: readonly Pick<JourneyNode, "id" | "position">[], { direction, mode }: Frame): BoxIndex {
  const height = stepHeight(mode);
  return new BoxIndex(
    nodes.map(({ id, position: { x, y } }): Box => {
      if (direction === "down") return { id, x, y, width: STEP_WIDTH, height };
      return { id, x: y, y: x, width: height, height: STEP_WIDTH };
    }),
  );
}

const turned = ({ x, y }: Position): Position => ({ x: y, y: x });
const plus = (one: Position, other: Position): Position => ({ x: one.x + other.x, y: one.y + other.y });

function samePlaces(before: readonly JourneyNode[], after: readonly JourneyNode[]): boolean {
  return (
    before === after ||
    (before.length === after.length &&
      before.every(({ id, position }, at) => id === after[at]?.id && samePlace(position, after[at]?.position)))
  );
}

const samePlace = (one: Position, other: Position | undefined) =>
  one === other || (one.x === other?.x && one.y === other.y);
