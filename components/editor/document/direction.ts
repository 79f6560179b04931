import type { Canvas } from "#journey";
import { graphOf } from "./graph.ts";

/** The layout direction of a journey: downwards or to the right. */
export type Direction = "down" | "right";

/** How a document is drawn, judged by its edges: documents from elsewhere often run from left to right. */
export function directionOf(canvas: Canvas): Direction {
  const { nodes } = graphOf(canvas);
  let right = 0;
  let down = 0;
  for (const edge of canvas.edges) {
    const from = nodes.get(edge.sourceNodeId);
    const to = nodes.get(edge.targetNodeId);
    if (!from || !to) continue;
    right += Math.abs(to.position.x - from.position.x);
    down += Math.abs(to.position.y - from.position.y);
  }
  return right > down * 1.5 ? "right" : "down";
}
