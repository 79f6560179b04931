import { expect, test } from "vitest";
import { outline } from "./outline.ts";
import { moveDown, moveUp } from "./reorder.ts";
import { edge, idOf, node } from "./testing.ts";

const at = (y: number) => ({ position: { x: 0, y } });
const line = {
  nodes: [node("t", "TRIGGER", at(0)), node("a", "WAIT", at(1)), node("b", "ACTION", at(2)), node("e", "EXIT", at(3))],
  edges: [edge("t", "a"), edge("a", "b"), edge("b", "e")],
};
const order = (canvas: ReturnType<typeof moveUp>) => canvas && outline(canvas).map((item) => item.node.name);

test("a step changes places with its neighbour in the line and on the canvas, there and back", () => {
  const up = moveUp(line, idOf("b"));
  expect(order(up)).toEqual(["t", "b", "a", "e"]);
  expect(up?.nodes.map(({ position }) => position.y)).toEqual([0, 2, 1, 3]);
  expect(order(moveDown(line, idOf("a")))).toEqual(["t", "b", "a", "e"]);
  expect(order(up && moveDown(up, idOf("b")))).toEqual(["t", "a", "b", "e"]);
});

test("a way in, an end and a step at a branch stay", () => {
  expect(moveUp(line, idOf("a"))).toBeNull();
  expect(moveUp(line, idOf("e"))).toBeNull();
  const forked = { nodes: [...line.nodes, node("f", "EXIT", at(4))], edges: [...line.edges, edge("a", "f")] };
  expect(moveUp(forked, idOf("b"))).toBeNull();
});
