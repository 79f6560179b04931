import type { Position } from "#journey";
import { STEP_HEIGHT, STEP_WIDTH } from "./geometry.ts";

/** The rectangle that holds steps at these places. */
export function boundsOf(places: readonly Position[]): { x: number; y: number; width: number; height: number } {
  const x = Math.min(...places.map((place) => place.x));
  const y = Math.min(...places.map((place) => place.y));
  const right = Math.max(...places.map((place) => place.x)) + STEP_WIDTH;
  const bottom = Math.max(...places.map((place) => place.y)) + STEP_HEIGHT;
  return { x, y, width: right - x, height: bottom - y };
}
