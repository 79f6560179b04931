import type { Position } from "#journey";
import { STEP_GAP } from "../document/geometry.ts";

export type LinkPath = { path: string; labelX: number; labelY: number };

const RADIUS = 16;

/**
 * The line of an edge through its corners, with rounded bends, and where its label goes: a long edge is labelled near its
 * source, a short one in its middle.
 */
export function linkPath(from: Position, corners: readonly Position[], to: Position): LinkPath {
  const points = [from, ...corners, to].filter(
    (point, at, all) => at === 0 || lengthOf(all[at - 1] ?? point, point) > 0,
  );
  const label = labelPlace(points);
  return { path: rounded(points), labelX: label.x, labelY: label.y };
}

function rounded(points: readonly Position[]): string {
  const [first] = points;
  if (!first) return "";
  const bends = points.slice(1, -1).map((corner, at) => {
    const [before, after] = [points[at] ?? corner, points[at + 2] ?? corner];
    const radius = Math.min(RADIUS, lengthOf(before, corner) / 2, lengthOf(corner, after) / 2);
    const [start, end] = [towards(corner, before, radius), towards(corner, after, radius)];
    return `L${start.x},${start.y}Q${corner.x},${corner.y} ${end.x},${end.y}`;
  });
  const last = points.at(-1) ?? first;
  return `M${first.x},${first.y}${bends.join("")}L${last.x},${last.y}`;
}

/** On the first straight part that has room for it, in the middle of short edges. */
function labelPlace(points: readonly Position[]): Position {
  const [from, corner, next] = points;
  if (!from || !corner) return from ?? { x: 0, y: 0 };
  const first = lengthOf(from, corner);
  const whole = points.reduce((sum, point, at) => sum + lengthOf(points[at - 1] ?? point, point), 0);
  const isLong = whole > 3 * STEP_GAP;
  if (first > STEP_GAP && isLong) return towards(from, corner, Math.min(first / 2, 2 * STEP_GAP));
  if (!next || first > STEP_GAP) return towards(from, corner, first / 2);
  return towards(corner, next, Math.min(lengthOf(corner, next) / 2, 2 * STEP_GAP));
}

/** Parts of an edge are level or upright. */
const lengthOf = (one: Position, other: Position) => Math.abs(one.x - other.x) + Math.abs(one.y - other.y);

function towards(from: Position, to: Position, by: number): Position {
  const whole = lengthOf(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}
