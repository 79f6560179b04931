import { expect, test } from "vitest";
import type { Canvas } from "#journey";
import { outline } from "./outline.ts";
import { edge, node } from "./testing.ts";

const lines = (canvas: Canvas) =>
  outline(canvas).map((item) => `${item.level} ${item.node.name}${item.again ? " again" : ""}`);

test("a straight journey is one level, in order", () => {
  const canvas = {
    nodes: [node("x", "EXIT"), node("w", "WAIT"), node("t", "TRIGGER")],
    edges: [edge("t", "w"), edge("w", "x")],
  };
  expect(lines(canvas)).toEqual(["1 t", "1 w", "1 x"]);
});

test("paths are indented, and a step both lead to is listed once", () => {
  const canvas = {
    nodes: [node("t", "TRIGGER"), node("c", "CONDITION"), node("y", "WAIT"), node("n", "WAIT"), node("x", "EXIT")],
    edges: [
      edge("t", "c"),
      edge("c", "y", { branch: "TRUE" }),
      edge("c", "n", { branch: "FALSE" }),
      edge("y", "x"),
      edge("n", "x"),
    ],
  };
  expect(lines(canvas)).toEqual(["1 t", "1 c", "2 y", "2 x", "2 n", "2 x again"]);
});

test("a cycle ends at the step it returns to", () => {
  const canvas = { nodes: [node("t", "TRIGGER"), node("w", "WAIT")], edges: [edge("t", "w"), edge("w", "w")] };
  expect(lines(canvas)).toEqual(["1 t", "1 w", "1 w again"]);
});

test("steps that nothing leads to, and cycles without a way in, are listed too", () => {
  const canvas = {
    nodes: [node("t", "TRIGGER"), node("o", "EXIT"), node("a", "WAIT"), node("b", "WAIT")],
    edges: [edge("a", "b"), edge("b", "a")],
  };
  expect(lines(canvas)).toEqual(["1 t", "1 o", "1 a", "1 b", "1 a again"]);
});
