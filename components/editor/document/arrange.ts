import type { Canvas, JourneyNode, Position } from "#journey";
import { moveSteps } from "./edits.ts";

export type Arrangement = "left" | "top" | "columns" | "rows";

/** Steps in one column (`left`) or one row (`top`), or with equal room between them from left to right or top to bottom. */
export function arrange(canvas: Canvas, ids: ReadonlySet<string>, how: Arrangement): Canvas {
  const steps = canvas.nodes.filter((node) => ids.has(node.id));
  const axis = how === "left" || how === "columns" ? "x" : "y";
  if (how === "left" || how === "top") {
    const edge = Math.min(...steps.map(({ position }) => position[axis]));
    return moveSteps(canvas, new Map(steps.map(({ id, position }) => [id, { ...position, [axis]: edge }])));
  }
  return steps.length < 3 ? canvas : moveSteps(canvas, spread(steps, axis));
}

/** The outermost steps stay, the others are spread between them. */
function spread(steps: readonly JourneyNode[], axis: "x" | "y"): Map<string, Position> {
  const inOrder = [...steps].sort((a, b) => a.position[axis] - b.position[axis]);
  const first = inOrder[0]?.position[axis] ?? 0;
  const pace = ((inOrder.at(-1)?.position[axis] ?? 0) - first) / (inOrder.length - 1);
  return new Map(
    inOrder.map(({ id, position }, index) => [id, { ...position, [axis]: Math.round(first + pace * index) }]),
  );
}
