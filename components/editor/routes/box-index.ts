import type { Position } from "#journey";
import { STEP_GAP } from "../document/geometry.ts";

export type Box = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Room that an edge keeps from steps which it does not connect, in canvas pixels. */
export const CLEARANCE = 10;
const ROW = STEP_GAP;

/** Finds the steps that a straight line meets; boxes lie in rows, so that a line looks at its neighbourhood only. */
export class BoxIndex {
  readonly #rows = new Map<number, Box[]>();
  readonly #boxes: readonly Box[];

  constructor(boxes: readonly Box[]) {
    this.#boxes = boxes;
    for (const box of boxes) {
      for (let row = rowOf(box.y - CLEARANCE); row <= rowOf(box.y + box.height + CLEARANCE); row++) {
        const list = this.#rows.get(row);
        if (list) list.push(box);
        else this.#rows.set(row, [box]);
      }
    }
  }

  /** Whether a horizontal or vertical line keeps clear of all boxes; boxes of `own` may be touched, but not crossed. */
  isFree(from: Position, to: Position, own: ReadonlySet<string>): boolean {
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    for (let row = rowOf(top); row <= rowOf(bottom); row++) {
      for (const box of this.#rows.get(row) ?? []) {
        const room = own.has(box.id) ? -1 : CLEARANCE - 1;
        const isBeside = right <= box.x - room || left >= box.x + box.width + room;
        if (!isBeside && bottom > box.y - room && top < box.y + box.height + room) return false;
      }
    }
    return true;
  }

  /** Where a vertical line passes close to a box between two heights: left and right of each. */
  sidesWithin(top: number, bottom: number): number[] {
    return this.#boxes.flatMap(({ x, y, width, height }) =>
      y + height > top - CLEARANCE && y < bottom + CLEARANCE ? [x - CLEARANCE, x + width + CLEARANCE] : [],
    );
  }
}

const rowOf = (y: number) => Math.floor(y / ROW);
