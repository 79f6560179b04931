import { describe, expect, test } from "vitest";
import type { Canvas } from "#journey";
import { addStep, connect, moveSteps, reconnect, removeParts } from "./edits.ts";
import { addAfter, addSomewhere, insertOnEdge } from "./insert.ts";
import { edge, idOf, node } from "./testing.ts";

const canvas: Canvas = {
  nodes: [
    node("t", "TRIGGER"),
    node("wait", "WAIT", { position: { x: 0, y: 150 } }),
    node("x", "EXIT", { position: { x: 0, y: 300 } }),
  ],
  edges: [edge("t", "wait"), edge("wait", "x")],
};
const links = (after: Canvas) => after.edges.map((item) => `${item.name}${item.branch ? ` by ${item.branch}` : ""}`);

describe("adding and connecting", () => {
  test("a new step has a free name and the defaults of its kind", () => {
    const { canvas: after } = addStep(canvas, { type: "WAIT", position: { x: 1, y: 2 } });
    expect(after.nodes[3]).toMatchObject({ type: "WAIT", name: "wait_2", position: { x: 1, y: 2 } });
    expect(Object.keys(after.nodes[3]?.config ?? {})).not.toHaveLength(0);
  });

  test("S22: a new split sends a person the same way every time", () => {
    const { canvas: after } = addStep(canvas, { type: "SPLIT", position: { x: 0, y: 0 } });
    expect(after.nodes[3]?.config).toMatchObject({ sticky: true });
  });

  test("content is named after what it is", () => {
    expect(
      addStep(canvas, { type: "CONTENT", config: { contentType: "banner" }, position: { x: 0, y: 0 } }).canvas.nodes[3]
        ?.name,
    ).toBe("banner");
  });

  test("an edge names the exit it leaves by, unless there is only one", () => {
    const two = { nodes: [...canvas.nodes, node("c", "CONDITION")], edges: [] as Canvas["edges"] };
    const after = connect(connect(two, { source: idOf("t"), exit: "next", target: idOf("c") }), {
      source: idOf("c"),
      exit: "FALSE",
      target: idOf("x"),
    });
    expect(links(after)).toEqual(["t-to-c", "c-to-x by FALSE"]);
  });

  test("the same edge twice is one edge; from a step to itself is allowed", () => {
    expect(connect(canvas, { source: idOf("t"), exit: "next", target: idOf("wait") })).toBe(canvas);
    expect(connect(canvas, { source: idOf("wait"), exit: "next", target: idOf("wait") }).edges).toHaveLength(3);
  });

  test("moving an end keeps the edge's id and label", () => {
    const labelled = { ...canvas, edges: [edge("t", "wait", { label: "go" })] };
    const after = reconnect(labelled, idOf("t-to-wait"), { source: idOf("t"), exit: "next", target: idOf("x") });
    expect(after.edges[0]).toMatchObject({
      id: idOf("t-to-wait"),
      name: "t-to-x",
      targetNodeId: idOf("x"),
      label: "go",
    });
  });
});

describe("inserting", () => {
  test("a step put on an edge takes it over, and what follows makes room", () => {
    const added = insertOnEdge(canvas, { type: "ACTION" }, idOf("t-to-wait"), "down");
    expect(added && links(added.canvas)).toEqual(["t-to-action", "wait-to-x", "action-to-wait"]);
    const at = (name: string) => added?.canvas.nodes.find((item) => item.name === name)?.position.y ?? 0;
    expect(at("t")).toBeLessThan(at("action"));
    expect(at("action")).toBeLessThan(at("wait"));
    expect(at("x") - at("wait")).toBe(150);
  });

  test("an exit on an edge keeps the edge's branch and leads nowhere on", () => {
    const two: Canvas = {
      nodes: [node("c", "CONDITION"), node("x", "EXIT", { position: { x: 0, y: 150 } })],
      edges: [edge("c", "x", { branch: "TRUE" })],
    };
    const added = insertOnEdge(two, { type: "EXIT" }, idOf("c-to-x"), "down");
    expect(added && links(added.canvas)).toEqual(["c-to-exit by TRUE"]);
  });

  test("a step behind an exit is connected to that exit and covers nothing", () => {
    const one: Canvas = {
      nodes: [node("c", "CONDITION"), node("x", "EXIT", { position: { x: -140, y: 152 } })],
      edges: [],
    };
    const { canvas: after } = addAfter(one, { type: "EXIT" }, { source: idOf("c"), exit: "TRUE" }, "down");
    expect(links(after)).toEqual(["c-to-exit by TRUE"]);
    expect(after.nodes[2]?.position).not.toEqual(after.nodes[1]?.position);
  });

  test("a step added by click follows the chosen step's open exit; a trigger never does", () => {
    const open = { ...canvas, edges: [edge("t", "wait")] };
    expect(links(addSomewhere(open, { type: "EXIT" }, idOf("wait"), "down", { x: 0, y: 0 }).canvas)).toEqual([
      "t-to-wait",
      "wait-to-exit by next",
    ]);
    expect(addSomewhere(open, { type: "TRIGGER" }, idOf("wait"), "down", { x: 0, y: 0 }).canvas.edges).toHaveLength(1);
  });
});

describe("removing and moving", () => {
  test("a step taken out of a line leaves a line", () => {
    expect(links(removeParts(canvas, new Set([idOf("wait")]), new Set()))).toEqual(["t-to-x"]);
  });

  test("a step with several ways on leaves a gap", () => {
    const fork = {
      nodes: [...canvas.nodes, node("y", "EXIT")],
      edges: [...canvas.edges, edge("wait", "y", { branch: "timeout" })],
    };
    expect(removeParts(fork, new Set([idOf("wait")]), new Set()).edges).toEqual([]);
  });

  test("removing nothing and moving nowhere change nothing", () => {
    expect(removeParts(canvas, new Set(), new Set())).toBe(canvas);
    expect(moveSteps(canvas, new Map([[idOf("t"), { x: 0, y: 0 }]]))).toBe(canvas);
  });
});
