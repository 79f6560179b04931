import { describe, expect, test } from "vitest";
import type { Canvas } from "../schema.ts";
import { type CanvasInput, completeCanvas } from "./complete-canvas.ts";

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

function complete(input: CanvasInput, previous?: Canvas) {
  let number = 0;
  const makeId = () => {
    number += 1;
    return uuid(number);
  };
  return completeCanvas(input, previous === undefined ? { makeId } : { makeId, previous });
}

function canvasOf(input: CanvasInput, previous?: Canvas): Canvas {
  const completed = complete(input, previous);
  if ("problems" in completed) throw new Error(JSON.stringify(completed.problems));
  return completed.canvas;
}

function pointersOf(input: CanvasInput): string[] {
  const completed = complete(input);
  return "problems" in completed ? completed.problems.map((problem) => problem.pointer) : [];
}

test("the example of the journeys API is a canvas: placeholders, names and ids are filled in", () => {
  const canvas = canvasOf({
    nodes: [
      { type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} }, position: { x: 0, y: 0 } },
      { type: "CONTENT", contentId: "flow_abc", config: { contentType: "flow" }, position: { x: 200, y: 0 } },
    ],
    edges: [{ sourceNodeId: "<node-1-id>", targetNodeId: "<node-2-id>" }],
  });
  expect(canvas.nodes.map((node) => node.name)).toEqual(["trigger", "flow"]);
  expect(canvas.edges).toMatchObject([
    { name: "trigger-to-flow", sourceNodeId: uuid(1), targetNodeId: uuid(2), branch: null },
  ]);
});

test("an edge names its nodes by id, name, or place in the list", () => {
  const nodes = [
    { type: "TRIGGER", name: "start" },
    { type: "WAIT" },
    { type: "WAIT" },
    { id: uuid(99), type: "EXIT" },
  ];
  const canvas = canvasOf({
    nodes,
    edges: [
      { sourceNodeId: "start", targetNodeId: 1 },
      { sourceNodeId: 1, targetNodeId: "wait_2" },
      { sourceNodeId: 2, targetNodeId: uuid(99) },
      { sourceNodeId: 2, targetNodeId: uuid(99) },
    ],
  });
  expect(canvas.nodes.map((node) => node.name)).toEqual(["start", "wait", "wait_2", "exit"]);
  expect(canvas.edges.map((edge) => edge.name)).toEqual([
    "start-to-wait",
    "wait-to-wait_2",
    "wait_2-to-exit",
    "wait_2-to-exit-2",
  ]);
});

test("labels such as YES count as the branch", () => {
  const canvas = canvasOf({
    nodes: [{ type: "CONDITION" }, { type: "GOAL_CHECK" }, { type: "EXIT" }],
    edges: [
      { sourceNodeId: 0, targetNodeId: 2, label: "Yes" },
      { sourceNodeId: 0, targetNodeId: 1, label: "NO" },
      { sourceNodeId: 1, targetNodeId: 2, label: "yes" },
      { sourceNodeId: 1, targetNodeId: 2, label: "Later" },
    ],
  });
  expect(canvas.edges.map((edge) => edge.branch)).toEqual(["TRUE", "FALSE", "MET", null]);
});

test("saving again without names and edge ids keeps those there were", () => {
  const first = canvasOf({
    nodes: [
      { type: "TRIGGER", name: "door" },
      { type: "EXIT", name: "end" },
    ],
    edges: [{ sourceNodeId: 0, targetNodeId: 1, name: "way" }],
  });
  const nodes = first.nodes.map(({ id, type, config }) => ({ id, type, config }));
  const edges = first.edges.map(({ sourceNodeId, targetNodeId }) => ({ sourceNodeId, targetNodeId }));
  const second = canvasOf({ nodes, edges }, first);
  expect(second.nodes.map((node) => node.name)).toEqual(["door", "end"]);
  expect(second.edges).toMatchObject([{ id: first.edges[0]?.id, name: "way" }]);
});

test.each<[string, CanvasInput, string]>([
  ["an unknown type", { nodes: [{ type: "TELEPORT" }] }, "/nodes/0/type"],
  ["a missing type", { nodes: [{}] }, "/nodes/0/type"],
  ["an id that is no uuid", { nodes: [{ id: "a", type: "EXIT" }] }, "/nodes/0/id"],
  [
    "two nodes of one id",
    {
      nodes: [
        { id: uuid(7), type: "EXIT" },
        { id: uuid(7), type: "EXIT" },
      ],
    },
    "/nodes/1/id",
  ],
  [
    "an edge to a foreign node",
    { nodes: [{ type: "EXIT" }], edges: [{ sourceNodeId: 0, targetNodeId: uuid(5) }] },
    "/edges/0/targetNodeId",
  ],
  ["a list that is none", { nodes: {} }, "/nodes"],
  ["a position of words", { nodes: [{ type: "EXIT", position: { x: "left", y: 0 } }] }, "/nodes/0/position/x"],
  ["a config that is no object", { nodes: [{ type: "EXIT", config: [] }] }, "/nodes/0/config"],
  ["a NUL character", { nodes: [{ type: "EXIT", config: { deep: ["a\u0000b"] } }] }, "/nodes/0/config/deep/0"],
  ["half a surrogate pair", { nodes: [{ type: "EXIT", name: "\ud800" }] }, "/nodes/0/name"],
])("%s is refused with the way to the field", (_what, input, pointer) => {
  expect(pointersOf(input)).toContain(pointer);
});

test("what is unfinished, cyclic or nonsense is structure all the same", () => {
  expect(
    pointersOf({
      nodes: [{ type: "WAIT", config: { duration: "absurd" } }],
      edges: [{ sourceNodeId: 0, targetNodeId: 0 }],
    }),
  ).toEqual([]);
});

describe("notes and groups", () => {
  const steps = {
    nodes: [
      { type: "TRIGGER", name: "in" },
      { type: "EXIT", name: "out" },
    ],
  };
  const note = { kind: "note", text: "Why", position: { x: 1, y: 2 } };
  const group = { kind: "group", label: "All", nodeIds: ["in", "out"] };

  test("they get ids and sizes, and a group names its steps by name or id", () => {
    const { nodes, annotations } = canvasOf({ ...steps, annotations: [note, group] });
    expect(annotations).toEqual([
      { id: uuid(3), ...note, width: 240, height: 120 },
      { id: uuid(4), kind: "group", label: "All", nodeIds: nodes.map(({ id }) => id) },
    ]);
  });

  test("a client that sends none keeps those of before, without steps that are gone; an empty list deletes them", () => {
    const before = canvasOf({ ...steps, annotations: [note, group] });
    const [kept] = before.nodes;
    const without = { nodes: before.nodes.slice(0, 1) };
    expect(canvasOf(without, before).annotations).toMatchObject([{ kind: "note" }, { nodeIds: [kept?.id] }]);
    expect(canvasOf({ nodes: [] }, before).annotations).toMatchObject([{ kind: "note" }]);
    expect(canvasOf({ ...without, annotations: [] }, before)).not.toHaveProperty("annotations");
  });

  test("all that is wrong is told at once, each with its place", () => {
    const wrong = [{ kind: "arrow" }, { ...note, text: "x".repeat(5_001) }, { ...group, nodeIds: ["in", "gone"] }];
    expect(pointersOf({ ...steps, annotations: wrong })).toEqual([
      "/annotations/0/kind",
      "/annotations/1/text",
      "/annotations/2/nodeIds/1",
    ]);
    expect(pointersOf({ ...steps, annotations: "none" })).toEqual(["/annotations"]);
  });
});
