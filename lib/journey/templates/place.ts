import type { Position } from "../schema.ts";

/** A position on the templates' grid, in columns and rows from the first trigger. */
export function at(column: number, row: number): Position {
  return { x: column * 300, y: row * 152 };
}
