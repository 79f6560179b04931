import { expect, test } from "vitest";
import { layOut } from "./lay-out.ts";

const edge = (from: string, to: string) => ({ sourceNodeId: from, targetNodeId: to });
const free = (...ids: string[]) => ids.map((id) => ({ id, position: null }));

test("each node is one row below the node that leads to it, and a row is centred", () => {
  const places = layOut(free("a", "b", "c", "d"), [edge("a", "b"), edge("a", "c"), edge("b", "d"), edge("c", "d")]);
  expect(Object.fromEntries(places)).toEqual({
    a: { x: 0, y: 0 },
    b: { x: -150, y: 152 },
    c: { x: 150, y: 152 },
    d: { x: 0, y: 304 },
  });
});

test("cycles and unconnected nodes get places too, each its own", () => {
  const places = layOut(free("a", "b", "c", "d"), [edge("a", "b"), edge("b", "a"), edge("c", "c")]);
  expect(new Set([...places.values()].map(({ x, y }) => `${x}/${y}`)).size).toBe(4);
});

test("nodes with a place keep it, and new ones stand below their predecessor where nothing else is", () => {
  const placed = [
    { id: "a", position: { x: 10, y: 20 } },
    { id: "b", position: { x: 10, y: 172 } },
  ];
  const places = layOut([...placed, ...free("c", "d")], [edge("a", "b"), edge("a", "c")]);
  expect(places.get("a")).toEqual({ x: 10, y: 20 });
  expect(places.get("c")).toEqual({ x: 310, y: 172 });
  expect(places.get("d")).toEqual({ x: 10, y: 324 });
});
