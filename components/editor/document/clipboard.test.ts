import { expect, test } from "vitest";
import { copySteps, pasteSteps, readSteps } from "./clipboard.ts";
import { edge, idOf, node } from "./testing.ts";

const canvas = {
  nodes: [
    node("t", "TRIGGER"),
    node("wait", "WAIT", { position: { x: 10, y: 20 } }),
    node("x", "EXIT", { position: { x: 30, y: 80 } }),
  ],
  edges: [edge("t", "wait"), edge("wait", "x", { label: "then" })],
};
const chosen = new Set([idOf("wait"), idOf("x")]);

test("copied steps read back with the edges between them and no others", () => {
  const steps = readSteps(copySteps(canvas, chosen) ?? "");
  expect(steps?.nodes.map((item) => item.name)).toEqual(["wait", "x"]);
  expect(steps?.edges.map((item) => item.name)).toEqual(["wait-to-x"]);
});

test("a split that is pasted holds out the pasted path", () => {
  const held = { ...edge("ab", "b"), id: idOf("held") };
  const steps = {
    nodes: [node("ab", "SPLIT", { config: { holdout: held.id } }), node("a", "EXIT"), node("b", "EXIT")],
    edges: [edge("ab", "a"), held],
  };
  const { canvas: after } = pasteSteps({ nodes: [], edges: [] }, steps, { x: 0, y: 0 });
  expect(after.edges[1]?.id).not.toBe(held.id);
  expect(after.nodes[0]?.config.holdout).toBe(after.edges[1]?.id);
});

test("pasted steps get new ids and free names and keep their shape", () => {
  const steps = readSteps(copySteps(canvas, chosen) ?? "");
  if (!steps) throw new Error("nothing was copied");
  const { canvas: after, added } = pasteSteps(canvas, steps, { x: 100, y: 200 });
  const fresh = after.nodes.slice(3);
  expect(fresh.map((item) => item.name)).toEqual(["wait_2", "x_2"]);
  expect(fresh.map((item) => item.position)).toEqual([
    { x: 100, y: 200 },
    { x: 120, y: 260 },
  ]);
  expect(new Set(after.nodes.map((item) => item.id)).size).toBe(5);
  expect(added).toEqual(new Set(fresh.map((item) => item.id)));
  expect(after.edges[2]).toMatchObject({
    name: "wait_2-to-x_2",
    sourceNodeId: fresh[0]?.id,
    targetNodeId: fresh[1]?.id,
    label: "then",
  });
});

test("pasting the same steps twice counts on", () => {
  const once = pasteSteps(canvas, canvas, { x: 0, y: 0 }).canvas;
  const twice = pasteSteps(once, canvas, { x: 0, y: 0 }).canvas;
  expect(twice.nodes.map((item) => item.name)).toEqual([
    "t",
    "wait",
    "x",
    "t_2",
    "wait_2",
    "x_2",
    "t_3",
    "wait_3",
    "x_3",
  ]);
});

test("other text is not taken for steps", () => {
  for (const text of [
    "",
    "hello",
    "{}",
    '{"sojourn":"steps"',
    '{"sojourn":"steps","nodes":[],"edges":[]}',
    '{"sojourn":"steps","nodes":[{"id":1}],"edges":[]}',
  ])
    expect(readSteps(text)).toBeNull();
});
