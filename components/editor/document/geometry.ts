import type { Position } from "#journey";
import type { Direction } from "./direction.ts";

/** Steps have one size, so that a thousand of them need no measuring; the live view adds a row of counts. */
export const STEP_WIDTH = 248;
export const STEP_HEIGHT = 68;
export const COUNTS_HEIGHT = 34;
/** Room between two steps that follow each other, for handles, labels and the "+" of an edge. */
export const STEP_GAP = 84;

export type Mode = "build" | "read" | "live";

export function stepHeight(mode: Mode): number {
  return mode === "live" ? STEP_HEIGHT + COUNTS_HEIGHT : STEP_HEIGHT;
}

/** Where the n-th of `count` exits leaves a step, from the step's corner. */
export function exitPoint(index: number, count: number, direction: Direction, mode: Mode): Position {
  const share = (index + 1) / (count + 1);
  const height = stepHeight(mode);
  return direction === "down" ? { x: STEP_WIDTH * share, y: height } : { x: STEP_WIDTH, y: height * share };
}

/** Where edges enter a step, from the step's corner. */
export function entryPoint(direction: Direction, mode: Mode): Position {
  return direction === "down" ? { x: STEP_WIDTH / 2, y: 0 } : { x: 0, y: stepHeight(mode) / 2 };
}

/** The first place at or below `wanted` where a step covers no other. */
export function freePlace(taken: readonly { position: Position }[], wanted: Position, direction: Direction): Position {
  const place = { ...wanted };
  const covered = () =>
    taken.some(
      ({ position }) =>
        Math.abs(position.x - place.x) < STEP_WIDTH + 12 && Math.abs(position.y - place.y) < STEP_HEIGHT + 12,
    );
  for (let tries = 0; covered() && tries < 500; tries++) {
    if (direction === "down") place.x += STEP_WIDTH + 32;
    else place.y += STEP_HEIGHT + 32;
  }
  return place;
}

/** Where a step that follows another one goes. */
export function placeAfter(from: Position, index: number, count: number, direction: Direction): Position {
  const aside = index - (count - 1) / 2;
  return direction === "down"
    ? { x: Math.round(from.x + aside * (STEP_WIDTH + 40)), y: from.y + STEP_HEIGHT + STEP_GAP }
    : { x: from.x + STEP_WIDTH + STEP_GAP, y: Math.round(from.y + aside * (STEP_HEIGHT + 40)) };
}
