import type { Position } from "#journey";
import { STEP_HEIGHT, STEP_WIDTH } from "./geometry.ts";

/** How near, in canvas pixels, a dragged step has to come to a line of another one to snap to it. */
const NEAR = 6;

/** A line across the canvas on which the dragged step and another one lie. */
export type HelperLine = { axis: "x" | "y"; at: number };
export type Snapped = { position: Position; lines: readonly HelperLine[] };

/** A dragged step at the place that its left or upper edge, or its middle, shares with another step close by. */
export function snap(others: readonly { position: Position }[], wanted: Position): Snapped {
  const x = nearest(
    others.map(({ position }) => position.x),
    wanted.x,
  );
  const y = nearest(
    others.map(({ position }) => position.y),
    wanted.y,
  );
  const lines: HelperLine[] = [];
  if (x !== null) lines.push({ axis: "x", at: x + STEP_WIDTH / 2 });
  if (y !== null) lines.push({ axis: "y", at: y + STEP_HEIGHT / 2 });
  return { position: { x: x ?? wanted.x, y: y ?? wanted.y }, lines };
}

function nearest(places: readonly number[], wanted: number): number | null {
  let best: number | null = null;
  for (const place of places) {
    const away = Math.abs(place - wanted);
    if (away <= NEAR && (best === null || away < Math.abs(best - wanted))) best = place;
  }
  return best;
}
