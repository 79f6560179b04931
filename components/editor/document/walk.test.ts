import { expect, test } from "vitest";
import { directionOf } from "./direction.ts";
import { edge, idOf, node } from "./testing.ts";
import { walk } from "./walk.ts";

const canvas = {
  nodes: [
    node("t", "TRIGGER", { position: { x: 100, y: 0 } }),
    node("c", "CONDITION", { position: { x: 100, y: 100 } }),
    node("l", "EXIT", { position: { x: 0, y: 200 } }),
    node("r", "EXIT", { position: { x: 220, y: 200 } }),
  ],
  edges: [edge("t", "c"), edge("c", "l"), edge("c", "r")],
};

test("down and up follow the edges", () => {
  expect(walk(canvas, idOf("t"), "ArrowDown", "down")).toBe(idOf("c"));
  expect(walk(canvas, idOf("c"), "ArrowDown", "down")).toBe(idOf("l"));
  expect(walk(canvas, idOf("r"), "ArrowUp", "down")).toBe(idOf("c"));
});

test("left and right go to the neighbour on the row", () => {
  expect(walk(canvas, idOf("l"), "ArrowRight", "down")).toBe(idOf("r"));
  expect(walk(canvas, idOf("r"), "ArrowLeft", "down")).toBe(idOf("l"));
});

test("an arrow with nothing behind it stays, and a self-edge leads nowhere", () => {
  expect(walk(canvas, idOf("l"), "ArrowDown", "down")).toBeNull();
  expect(walk(canvas, idOf("t"), "ArrowUp", "down")).toBeNull();
  expect(walk({ ...canvas, edges: [edge("t", "t")] }, idOf("t"), "ArrowDown", "down")).toBeNull();
});

test("in a journey drawn to the right, the right arrow follows the edges", () => {
  expect(walk(canvas, idOf("t"), "ArrowRight", "right")).toBe(idOf("c"));
});

test("a document's direction is that of its edges", () => {
  expect(directionOf(canvas)).toBe("down");
  const turned = canvas.nodes.map((item) => ({ ...item, position: { x: item.position.y, y: item.position.x / 4 } }));
  expect(directionOf({ ...canvas, nodes: turned })).toBe("right");
});
