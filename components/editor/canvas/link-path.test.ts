import { expect, test } from "vitest";
import { linkPath } from "./link-path.ts";

const from = { x: 0, y: 0 };
const bentAt = (y: number) => [
  { x: 0, y },
  { x: 300, y },
];

test("an edge goes through its corners, which are rounded, and a long one is labelled near its source", () => {
  const { path, labelX, labelY } = linkPath(from, bentAt(558), { x: 300, y: 600 });
  expect(path).toBe("M0,0L0,542Q0,558 16,558L284,558Q300,558 300,574L300,600");
  expect({ labelX, labelY }).toEqual({ labelX: 0, labelY: 168 });
});

test("a short edge is labelled in its middle, a straight one too", () => {
  expect(linkPath(from, bentAt(42), { x: 300, y: 84 })).toMatchObject({ labelX: 150, labelY: 42 });
  expect(linkPath(from, [], { x: 0, y: 84 })).toMatchObject({ labelX: 0, labelY: 42 });
});
