import { describe, expect, test } from "vitest";
import type { Canvas } from "#journey";
import { edge, idOf, node } from "../document/testing.ts";
import { createProjection, LOST_HANDLE, type View } from "./to-flow.ts";

const view: View = {
  direction: "down",
  mode: "build",
  selection: { nodes: new Set(), edges: new Set() },
  moving: new Map(),
};
const canvas: Canvas = {
  nodes: [
    node("t", "TRIGGER"),
    node("c", "CONDITION", { position: { x: 40, y: 160 } }),
    node("s", "SPLIT"),
    node("x", "EXIT"),
  ],
  edges: [
    edge("t", "c"),
    edge("c", "s", { branch: "TRUE" }),
    edge("c", "x", { label: "no" }),
    edge("s", "x", { weight: 70, label: "Most" }),
    edge("s", "t"),
  ],
};
const project = (document: Canvas, changed: Partial<View> = {}) =>
  createProjection()(document, { ...view, ...changed });
const exitsAt = (document: Canvas, name: string) =>
  project(document).nodes.find((item) => item.id === idOf(name))?.data.exits;

describe("from the document to the canvas", () => {
  test("every step stands where the document says, with a fixed size", () => {
    const { nodes } = project(canvas);
    expect(nodes.map((item) => item.position)).toEqual(canvas.nodes.map((item) => item.position));
    expect(new Set(nodes.map((item) => `${item.width}x${item.height}`)).size).toBe(1);
  });

  test("an edge leaves by its branch, or by the exit its label names", () => {
    const { edges } = project(canvas);
    expect(edges.map((item) => item.sourceHandle)).toEqual(["next", "TRUE", "FALSE", "path", "path"]);
  });

  test("edges say their branch, share, label and trigger", () => {
    const timed = {
      ...canvas,
      edges: [
        ...canvas.edges,
        edge("t", "x", { trigger: { type: "timer", delay: "2d" } }),
        edge("t", "s", { trigger: { type: "event", event: "order.placed" } }),
      ],
    };
    expect(project(timed).edges.map((item) => item.data?.text)).toEqual([
      "",
      "True",
      "no · False",
      "Most · 70%",
      "30%",
      "after 2d",
      "on order.placed",
    ]);
  });

  test("an edge with a branch its step does not have is drawn, and says so", () => {
    const odd = { ...canvas, edges: [edge("c", "x", { branch: "MAYBE" })] };
    expect(project(odd).edges[0]).toMatchObject({ data: { text: "MAYBE?" } });
    const none = { ...canvas, edges: [edge("x", "t")] };
    expect(project(none).edges[0]).toMatchObject({ sourceHandle: LOST_HANDLE });
  });

  test("exits are open until an edge serves them; one edge without branch serves them all", () => {
    const waiting = {
      nodes: [node("w", "WAIT_FOR_EVENT", { config: { timeout: "1d" } }), node("x", "EXIT")],
      edges: [] as Canvas["edges"],
    };
    expect(exitsAt(waiting, "w")?.map((exit) => exit.open)).toEqual([true, true]);
    expect(
      exitsAt({ ...waiting, edges: [edge("w", "x", { branch: "event" })] }, "w")?.map((exit) => exit.open),
    ).toEqual([false, true]);
    expect(exitsAt({ ...waiting, edges: [edge("w", "x")] }, "w")?.map((exit) => exit.open)).toEqual([false, false]);
  });

  test("a step without a config shows, and one being dragged is where the pointer is", () => {
    const moving = new Map([[idOf("c"), { x: 7, y: 8 }]]);
    expect(project(canvas, { moving }).nodes[1]?.position).toEqual({ x: 7, y: 8 });
    expect(project({ nodes: [node("w", "WAIT")], edges: [] }).nodes).toHaveLength(1);
  });
});

describe("what did not change is not drawn again", () => {
  test("moving one step keeps every other step and the edges between them as they were", () => {
    const projection = createProjection();
    const before = projection(canvas, view);
    const after = projection(canvas, { ...view, moving: new Map([[idOf("c"), { x: 1, y: 1 }]]) });
    expect(after.nodes.map((item, index) => item === before.nodes[index])).toEqual([true, false, true, true]);
    expect(after.nodes[1]?.data).toBe(before.nodes[1]?.data);
    const still = ({ source, target }: { source: string; target: string }) =>
      source !== idOf("c") && target !== idOf("c");
    expect(after.edges.map((item, index) => item === before.edges[index])).toEqual(before.edges.map(still));
  });

  test("a new edge changes its own step, because an exit is no longer open", () => {
    const projection = createProjection();
    const before = projection({ ...canvas, edges: canvas.edges.slice(0, 2) }, view);
    const after = projection({ ...canvas, edges: canvas.edges.slice(0, 3) }, view);
    expect(after.nodes.map((item, index) => item === before.nodes[index])).toEqual([true, false, true, true]);
  });
});
