import { type Canvas, isEntry, type JsonObject, type NodeType, type Position } from "#journey";
import type { Direction } from "./direction.ts";
import { type Added, addStep, connect, moveSteps, reconnect } from "./edits.ts";
import { branchOf, edgesByExit, exitsOf, openExits, SPLIT_EXIT } from "./exits.ts";
import { freePlace, placeAfter, STEP_GAP, STEP_HEIGHT, STEP_WIDTH } from "./geometry.ts";
import { edgesFrom, nodeById } from "./graph.ts";

export type NewStep = { type: NodeType; config?: JsonObject };

/** An exit of a step, by the id of the step. */
export type ExitOf = { source: string; exit: string };

/** Adds a step after an exit of another one, connected to it. */
export function addAfter(
  canvas: Canvas,
  step: NewStep,
  { source, exit }: ExitOf,
  direction: Direction,
  position?: Position,
): Added {
  const from = nodeById(canvas, source);
  if (!from) return addStep(canvas, { ...step, position: position ?? { x: 0, y: 0 } });
  const exits = exitsOf(from, canvas);
  const paths = exit === SPLIT_EXIT ? edgesFrom(canvas, source).length : exits.findIndex(({ key }) => key === exit);
  const count = exit === SPLIT_EXIT ? paths + 1 : exits.length;
  const place =
    position ?? freePlace(canvas.nodes, placeAfter(from.position, Math.max(0, paths), count, direction), direction);
  const { canvas: added, id } = addStep(canvas, { ...step, position: place });
  return { canvas: connect(added, { source, exit, target: id }), id };
}

/** Inserts a step into an edge; the steps after it move if there is no room. */
export function insertOnEdge(canvas: Canvas, step: NewStep, edgeId: string, direction: Direction): Added | null {
  const edge = canvas.edges.find(({ id }) => id === edgeId);
  const source = edge && nodeById(canvas, edge.sourceNodeId);
  const target = edge && nodeById(canvas, edge.targetNodeId);
  if (!edge || !source || !target) return null;
  const pace = direction === "down" ? STEP_HEIGHT + STEP_GAP : STEP_WIDTH + STEP_GAP;
  const axis = direction === "down" ? "y" : "x";
  const missing =
    target.position[axis] > source.position[axis]
      ? Math.max(0, 2 * pace - (target.position[axis] - source.position[axis]))
      : 0;
  const roomy = moveSteps(canvas, shifted(canvas, target.id, source.position[axis], axis, missing));
  const position =
    direction === "down"
      ? { x: target.position.x, y: source.position.y + pace }
      : { x: source.position.x + pace, y: target.position.y };
  const { canvas: added, id } = addStep(roomy, { ...step, position: freePlace(roomy.nodes, position, direction) });
  const exit = branchOf(edge, exitsOf(source, canvas));
  const led = reconnect(added, edgeId, { source: source.id, exit, target: id });
  const node = nodeById(led, id);
  const first = node && exitsOf(node, led)[0]?.key;
  return { canvas: first === undefined ? led : connect(led, { source: id, exit: first, target: target.id }), id };
}

/** New places of everything reached from a step that lies behind `line`, moved on by `distance`. */
function shifted(
  canvas: Canvas,
  startId: string,
  line: number,
  axis: "x" | "y",
  distance: number,
): Map<string, Position> {
  const places = new Map<string, Position>();
  if (distance === 0) return places;
  const todo = [startId];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    const node = nodeById(canvas, id);
    if (!node || places.has(id) || node.position[axis] <= line) continue;
    places.set(id, { ...node.position, [axis]: node.position[axis] + distance });
    todo.push(...edgesFrom(canvas, id).map((edge) => edge.targetNodeId));
  }
  return places;
}

/** The position for a step added without a target: after the first open exit of the selected step, else in view. */
export function addSomewhere(
  canvas: Canvas,
  step: NewStep,
  chosenId: string | null,
  direction: Direction,
  center: Position,
): Added {
  const chosen = chosenId === null ? undefined : nodeById(canvas, chosenId);
  if (chosen && !isEntry(step)) {
    const exit =
      openExits(chosen, canvas)[0]?.key ??
      [...edgesByExit(chosen, canvas)].find(([, edges]) => edges.length === 0)?.[0];
    if (exit !== undefined) return addAfter(canvas, step, { source: chosen.id, exit }, direction);
  }
  const corner = { x: Math.round(center.x - STEP_WIDTH / 2), y: Math.round(center.y - STEP_HEIGHT / 2) };
  return addStep(canvas, { ...step, position: freePlace(canvas.nodes, corner, direction) });
}
