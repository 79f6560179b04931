/** A position on the canvas by column and row; a node is about 240 by 90 pixels. */
export function at(column: number, row: number): { x: number; y: number } {
  return { x: column * 300, y: row * 150 };
}
