import type { Position } from "../schema.ts";

/** A place on the templates' grid: columns and rows, counted from the first trigger. */
export function at(column: number, row: number): Position {
  return { x: column * 300, y: row * 152 };
}
