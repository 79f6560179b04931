import type { Position } from "#journey";
import { STEP_GAP } from "../document/geometry.ts";
import { type BoxIndex, CLEARANCE } from "./box-index.ts";

/** How far an edge goes straight on from its source, and before its target, from the most pleasant to the tightest. */
const STUBS = [STEP_GAP / 2, STEP_GAP / 4, CLEARANCE + 2];
/** More places than this are not tried for one edge. */
const MOST_SIDES = 240;

/** An edge of a journey that runs downwards: where it leaves a step, where it enters one, and the ids of both. */
export type Ends = { readonly from: Position; readonly to: Position; readonly own: ReadonlySet<string> };

/**
 * The corners of an edge between its ends, so that it crosses no step: with one bend where that is free, else around
 * the steps in its way by the shortest of the usual detours. Where every way is blocked, the edge takes the plain one.
 */
export function routeEdge(ends: Ends, index: BoxIndex): readonly Position[] {
  const plain = plainCorners(ends);
  if (plain && isClear(plain, ends, index)) return plain;
  return detour(ends, index) ?? plain ?? around(ends, ends.from.x, STUBS[0] ?? 0, STUBS[0] ?? 0);
}

/** Long edges bend just before their target, between two rows. */
function plainCorners({ from, to }: Ends): readonly Position[] | null {
  const distance = to.y - from.y;
  if (distance < 2 * CLEARANCE) return null;
  if (Math.abs(from.x - to.x) < 1) return [];
  const y = distance > 1.5 * STEP_GAP ? to.y - STEP_GAP / 2 : (from.y + to.y) / 2;
  return [
    { x: from.x, y },
    { x: to.x, y },
  ];
}

function detour(ends: Ends, index: BoxIndex): readonly Position[] | null {
  const { from, to } = ends;
  const top = Math.min(from.y, to.y) - STEP_GAP;
  const bottom = Math.max(from.y, to.y) + STEP_GAP;
  const cost = (x: number) => Math.abs(from.x - x) + Math.abs(x - to.x);
  const columns = [...new Set([from.x, to.x, ...index.sidesWithin(top, bottom)])]
    .sort((a, b) => cost(a) - cost(b))
    .slice(0, MOST_SIDES);
  const isOpen = openColumns(ends, index);
  let best: { corners: readonly Position[]; cost: number } | null = null;
  for (const out of STUBS)
    for (const into of STUBS) {
      for (const x of columns) {
        const price = cost(x) + Math.abs(to.y - into - from.y - out) + tightness(out) + tightness(into);
        if (best && price >= best.cost) break;
        if (!isOpen(x)) continue;
        const corners = around(ends, x, out, into);
        if (isClear(corners, ends, index)) best = { corners, cost: price };
      }
    }
  return best?.corners ?? null;
}

/** Whether a column is free between the longest stubs: one that is not is blocked for all of them. Each is looked at once. */
function openColumns({ from, to, own }: Ends, index: BoxIndex): (x: number) => boolean {
  const [least, most] = [Math.min(...STUBS), Math.max(...STUBS)];
  const [start, end] = to.y > from.y ? [from.y + most, to.y - most] : [to.y - least, from.y + least];
  const known = new Map<number, boolean>();
  return (x) => {
    const isOpen = known.get(x) ?? (start >= end || index.isFree({ x, y: start }, { x, y: end }, own));
    known.set(x, isOpen);
    return isOpen;
  };
}

/** Of two ways of the same length, the one with more room is better. */
const tightness = (stub: number) => STEP_GAP / 2 - stub;

/** Straight out, aside to the column, along it, and aside to the target. */
function around({ from, to }: Ends, x: number, out: number, into: number): readonly Position[] {
  return [
    { x: from.x, y: from.y + out },
    { x, y: from.y + out },
    { x, y: to.y - into },
    { x: to.x, y: to.y - into },
  ];
}

function isClear(corners: readonly Position[], { from, to, own }: Ends, index: BoxIndex): boolean {
  const points = [from, ...corners, to];
  return points.every((point, at) => at === 0 || index.isFree(points[at - 1] ?? point, point, own));
}
