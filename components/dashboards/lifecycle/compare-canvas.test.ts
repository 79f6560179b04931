import { expect, it } from "vitest";
import type { Canvas, JourneyNode } from "#journey";
import { compareCanvas } from "./compare-canvas.ts";

const node = (id: string, over: Partial<JourneyNode> = {}): JourneyNode => ({
  id,
  type: "WAIT",
  name: `step ${id}`,
  config: { duration: "1d", window: { from: "09:00", to: "17:00" } },
  position: { x: 0, y: 0 },
  contentId: null,
  ...over,
});
const edge = (from: string, to: string) => ({
  id: `${from}${to}`,
  name: `${from}-to-${to}`,
  sourceNodeId: from,
  targetNodeId: to,
  branch: null,
  label: null,
  weight: null,
  trigger: null,
});
const before: Canvas = { nodes: [node("a"), node("b")], edges: [edge("a", "b")] };

it("sees nothing in a moved node or in reordered fields", () => {
  const moved = node("a", {
    position: { x: 50, y: 9 },
    config: { window: { to: "17:00", from: "09:00" }, duration: "1d" },
  });
  expect(compareCanvas(before, { ...before, nodes: [moved, node("b")] })).toEqual([]);
});

it("names added, changed and removed steps", () => {
  const after: Canvas = { nodes: [node("a", { config: { duration: "2d" } }), node("c")], edges: [edge("a", "c")] };
  expect(compareCanvas(before, after).map(({ nodeId, kind }) => [nodeId, kind])).toEqual([
    ["a", "changed"],
    ["c", "added"],
    ["b", "removed"],
  ]);
});

it("counts a new way out as a change of the step it leaves", () => {
  expect(compareCanvas(before, { ...before, edges: [] })).toEqual([{ nodeId: "a", name: "Step a", kind: "changed" }]);
});
