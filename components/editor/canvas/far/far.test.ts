import { describe, expect, test } from "vitest";
import type { Canvas } from "#journey";
import { edge, idOf, node } from "../../document/testing.ts";
import { createProjection } from "../to-flow.ts";
import { drawFar, type FarScene } from "./draw-far.ts";
import { edgeLine } from "./edge-line.ts";
import { hideOthers, stepAt, stepsInView } from "./shown.ts";

const canvas: Canvas = {
  nodes: [
    node("t", "TRIGGER"),
    node("c", "CONDITION", { position: { x: 0, y: 200 } }),
    node("y", "WAIT", { position: { x: -200, y: 900 } }),
    node("far", "WAIT", { position: { x: 90_000, y: 0 } }),
  ],
  edges: [edge("t", "c"), edge("c", "y", { branch: "TRUE" }), edge("far", "far")],
};
const flow = createProjection()(canvas, {
  direction: "down",
  mode: "build",
  selection: { nodes: new Set(), edges: new Set() },
  moving: new Map(),
});
const screen = { width: 1_000, height: 800, transform: [100, 50, 0.2] as const };

describe("the picture of a journey from far away", () => {
  test("only the given steps and the edges between them stay in the page, each the same object in every frame", () => {
    const shown = new Set([idOf("t"), idOf("c")]);
    const first = hideOthers(flow, shown);
    expect(first.nodes.filter((one) => !one.hidden).map(({ id }) => id)).toEqual([idOf("t"), idOf("c")]);
    expect(first.edges.filter((one) => !one.hidden).map(({ source }) => source)).toEqual([idOf("t")]);
    const second = hideOthers(flow, shown);
    expect(second.nodes.every((one, index) => one === first.nodes[index])).toBe(true);
  });

  test("an edge is straight lines between its steps' handles, and a long one bends just before its target", () => {
    const places = new Map(flow.nodes.map((one) => [one.id, one]));
    const [short, long] = flow.edges.map((one) => edgeLine(one, places));
    expect(short).toEqual([
      { x: 124, y: 68 },
      { x: 124, y: 200 },
    ]);
    expect(long?.at(-1)).toEqual({ x: -76, y: 900 });
    expect(long?.[1]?.y).toBe(900 - 42);
  });

  test("steps in view are those on the screen, the middle first; the step at a point is the topmost one", () => {
    expect(stepsInView(screen, canvas)).toEqual([idOf("y"), idOf("c"), idOf("t")]);
    expect(stepAt(flow.nodes, { x: 10, y: 210 }, "build")).toBe(idOf("c"));
    expect(stepAt(flow.nodes, { x: 10, y: 150 }, "build")).toBeNull();
  });

  test("draws what is on the screen and not in the page, a step with an error or a choice in its colour", () => {
    const drawn: string[] = [];
    const state = { strokeStyle: "", fillStyle: "", lineWidth: 0, globalAlpha: 1 };
    const none = () => undefined;
    const context = Object.assign(state, {
      ...{ setTransform: none, clearRect: none, beginPath: none, moveTo: none, stroke: none, fillRect: none },
      lineTo: () => drawn.push("line"),
      strokeRect: () => drawn.push(state.strokeStyle),
    });
    const scene: FarScene = {
      ...flow,
      shown: new Set([idOf("t")]),
      wrong: new Set([idOf("c")]),
      lit: null,
      colorOf: () => "tile",
    };
    const colors = { card: "card", border: "border", link: "link", primary: "primary", destructive: "destructive" };
    const frame = { viewport: { x: 100, y: 50, zoom: 0.2 }, width: 1_000, height: 800, ratio: 1, colors };
    drawFar(context as unknown as CanvasRenderingContext2D, scene, frame);
    expect(drawn).toEqual([...Array.from({ length: 4 }, () => "line"), "destructive", "border"]);
  });
});
