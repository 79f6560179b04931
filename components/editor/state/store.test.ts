import { describe, expect, test } from "vitest";
import type { Canvas } from "#journey";
import { edge, idOf, node } from "../document/testing.ts";
import { createEditorStore } from "./store.ts";

const canvas: Canvas = { nodes: [node("t", "TRIGGER"), node("w", "WAIT")], edges: [edge("t", "w")] };
const rename =
  (name: string) =>
  (before: Canvas): Canvas => ({
    ...before,
    nodes: before.nodes.map((item, index) => (index ? { ...item, name } : item)),
  });
const drop =
  (id: string) =>
  (before: Canvas): Canvas => ({ nodes: before.nodes.filter((item) => item.id !== id), edges: [] });

function editor() {
  let now = 0;
  const store = createEditorStore(canvas, () => now);
  return { store, pass: (ms: number) => (now += ms), name: () => store.getState().canvas.nodes[1]?.name };
}

describe("undo and redo", () => {
  test("one action is one entry, there and back", () => {
    const { store, name } = editor();
    store.getState().edit(rename("a"));
    store.getState().edit(rename("b"));
    store.getState().undo();
    expect(name()).toBe("a");
    store.getState().undo();
    expect(store.getState().canvas).toBe(canvas);
    store.getState().redo();
    store.getState().redo();
    expect(name()).toBe("b");
  });

  test("typing in one field joins into one entry until there is a pause", () => {
    const { store, pass, name } = editor();
    for (const text of ["h", "he", "hey"]) {
      pass(200);
      store.getState().edit(rename(text), { joinAs: "w.name" });
    }
    pass(5_000);
    store.getState().edit(rename("hello"), { joinAs: "w.name" });
    store.getState().undo();
    expect(name()).toBe("hey");
    store.getState().undo();
    expect(name()).toBe("w");
  });

  test("typing after an undo starts a new entry", () => {
    const { store, name } = editor();
    store.getState().edit(rename("a"), { joinAs: "w.name" });
    store.getState().undo();
    store.getState().edit(rename("b"), { joinAs: "w.name" });
    store.getState().undo();
    expect(name()).toBe("w");
  });

  test("an action that changes nothing leaves no entry", () => {
    const { store } = editor();
    store.getState().edit((before) => before);
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  test("selecting and opening leave no entry", () => {
    const { store } = editor();
    store.getState().select({ nodes: new Set([idOf("w")]) });
    store.getState().open({ kind: "node", id: idOf("w") });
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  test("what others saved comes in without an entry, and undo takes back only what was edited here", () => {
    const { store } = editor();
    store.getState().edit(rename("mine"));
    const joined = (to: Canvas): Canvas => ({ ...to, nodes: [...to.nodes, node("theirs", "EXIT")] });
    store.getState().rebase(joined(store.getState().canvas), joined);
    expect(store.temporal.getState().pastStates).toHaveLength(1);
    store.getState().undo();
    expect(store.getState().canvas).toEqual(joined(canvas));
    store.getState().redo();
    expect(store.getState().canvas).toEqual(joined(rename("mine")(canvas)));
  });

  test("loading forgets the history", () => {
    const { store } = editor();
    store.getState().edit(rename("a"));
    store.getState().load(canvas);
    expect(store.temporal.getState().pastStates).toHaveLength(0);
    store.getState().undo();
    expect(store.getState().canvas).toBe(canvas);
  });
});

test("what is removed is no longer selected, open or focused, also through undo", () => {
  const { store } = editor();
  const { edit, select, open, undo } = store.getState();
  edit((before) => ({ ...before, nodes: [...before.nodes, node("x", "EXIT")] }));
  select({ nodes: new Set([idOf("x"), idOf("t")]) });
  open({ kind: "node", id: idOf("x") });
  undo();
  expect(store.getState()).toMatchObject({ opened: null, focusedId: null });
  expect(store.getState().selection.nodes).toEqual(new Set([idOf("t")]));
  edit(drop(idOf("t")));
  expect(store.getState().selection.nodes.size).toBe(0);
});

test("jumping to a problem opens, selects and reveals the step and names the field", () => {
  const { store } = editor();
  store.getState().jumpTo({ nodeId: idOf("w"), edgeId: null, field: "config.duration" });
  store.getState().jumpTo({ nodeId: idOf("w"), edgeId: null, field: "config.duration" });
  const { opened, jump, selection, revealed } = store.getState();
  expect(opened).toEqual({ kind: "node", id: idOf("w") });
  expect(jump).toEqual({ id: idOf("w"), field: "config.duration", turn: 2 });
  expect(selection.nodes).toEqual(new Set([idOf("w")]));
  expect(revealed).toEqual(new Set([idOf("w")]));
});
