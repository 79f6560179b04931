import { expect, test } from "vitest";
import { snap } from "./helper-lines.ts";
import { replaceStep } from "./replace.ts";
import { edge, idOf, node } from "./testing.ts";

const canvas = {
  nodes: [node("t", "TRIGGER"), node("if", "CONDITION"), node("a", "EXIT"), node("b", "EXIT")],
  edges: [edge("t", "if"), edge("if", "a", { branch: "TRUE" }), edge("if", "b", { branch: "FALSE" })],
};
const out = (type: Parameters<typeof replaceStep>[2]["type"]) => {
  const replaced = replaceStep(canvas, idOf("if"), { type });
  return replaced?.canvas.edges
    .filter(({ sourceNodeId }) => sourceNodeId === replaced.id)
    .map(({ targetNodeId, branch }) => [targetNodeId, branch]);
};

test("edges out of a replaced step keep their exit, or take the next free one, or go", () => {
  expect(out("GOAL_CHECK")).toEqual([
    [idOf("a"), "MET"],
    [idOf("b"), "NOT_MET"],
  ]);
  expect(out("SPLIT")).toEqual([
    [idOf("a"), null],
    [idOf("b"), null],
  ]);
  expect(out("ACTION")).toEqual([[idOf("a"), null]]);
  expect(out("EXIT")).toEqual([]);
});

test("a way in is replaced by a way in only", () => {
  expect(replaceStep(canvas, idOf("t"), { type: "WAIT" })).toBeNull();
  expect(replaceStep(canvas, idOf("if"), { type: "TRIGGER" })).toBeNull();
});

test("a dragged step snaps to the nearest line of another one, and not from afar", () => {
  const others = [{ position: { x: 100, y: 0 } }, { position: { x: 103, y: 400 } }];
  expect(snap(others, { x: 104, y: 200 })).toEqual({ position: { x: 103, y: 200 }, lines: [{ axis: "x", at: 227 }] });
  expect(snap(others, { x: 112, y: 200 }).lines).toEqual([]);
});
