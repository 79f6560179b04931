import type { Canvas, JourneyNode } from "#journey";
import type { Direction } from "./direction.ts";
import { edgesFrom, edgesInto, graphOf } from "./graph.ts";

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

/** The step that an arrow key selects: along the flow the next or previous step, across it a neighbour. */
export function walk(canvas: Canvas, fromId: string, arrow: Arrow, direction: Direction): string | null {
  const from = graphOf(canvas).nodes.get(fromId);
  if (!from) return canvas.nodes[0]?.id ?? null;
  const [back, on, before, after] =
    direction === "down"
      ? (["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const)
      : (["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const);
  if (arrow === on)
    return nearest(
      canvas,
      from,
      edgesFrom(canvas, fromId).map((edge) => edge.targetNodeId),
      direction,
    );
  if (arrow === back)
    return nearest(
      canvas,
      from,
      edgesInto(canvas, fromId).map((edge) => edge.sourceNodeId),
      direction,
    );
  return beside(canvas, from, arrow === before ? -1 : arrow === after ? 1 : 0, direction);
}

const across = (node: JourneyNode, direction: Direction) => (direction === "down" ? node.position.x : node.position.y);
const along = (node: JourneyNode, direction: Direction) => (direction === "down" ? node.position.y : node.position.x);

function nearest(canvas: Canvas, from: JourneyNode, ids: readonly string[], direction: Direction): string | null {
  const { nodes } = graphOf(canvas);
  const found = ids.flatMap((id) => (id === from.id ? [] : (nodes.get(id) ?? [])));
  const distance = (node: JourneyNode) => Math.abs(across(node, direction) - across(from, direction));
  return found.sort((a, b) => distance(a) - distance(b) || across(a, direction) - across(b, direction))[0]?.id ?? null;
}

/** The closest step on that side; being on the same row counts three times as much as being near. */
function beside(canvas: Canvas, from: JourneyNode, side: number, direction: Direction): string | null {
  const cost = (node: JourneyNode) =>
    Math.abs(across(node, direction) - across(from, direction)) +
    3 * Math.abs(along(node, direction) - along(from, direction));
  const there = canvas.nodes.filter((node) => (across(node, direction) - across(from, direction)) * side > 0);
  return there.sort((a, b) => cost(a) - cost(b))[0]?.id ?? null;
}
