import { describe, expect, test } from "vitest";
import type { Canvas } from "#journey";
import { changeBetween, countChanges, type DraftChange, redoChange, undoChange } from "./change.ts";
import { sameCanvas } from "./merge.ts";
import { edge, idOf, node } from "./testing/parts.ts";

const base: Canvas = {
  nodes: [node("a", "TRIGGER"), node("b", "WAIT"), node("c", "EXIT")],
  edges: [edge("a", "b"), edge("b", "c")],
};
const renamed: Canvas = { ...base, nodes: base.nodes.map((it) => (it.name === "b" ? { ...it, name: "pause" } : it)) };
const removed: Canvas = { nodes: base.nodes.filter((it) => it.name !== "b"), edges: [edge("a", "c")] };
const between = (before: Canvas, after: Canvas) => changeBetween(before, after) as DraftChange;

describe("9.2: a change is kept apart from the canvas around it", () => {
  test("canvases that say the same have no difference, whatever their identity", () => {
    expect(changeBetween(base, structuredClone(base))).toBeNull();
  });

  test("only what was touched is kept, with how it was", () => {
    const { nodes, edges } = between(base, renamed);
    expect(Object.keys(nodes)).toEqual([idOf("b")]);
    expect(nodes[idOf("b")]).toMatchObject({ before: { name: "b" }, after: { name: "pause" } });
    expect(edges).toEqual({});
  });

  test.each([
    ["a step renamed", renamed],
    ["a step removed", removed],
    ["everything removed", { nodes: [], edges: [] }],
  ])("undone and redone it gives both canvases again: %s", (_, after) => {
    const change = between(base, after);
    expect(sameCanvas(redoChange(base, change), after)).toBe(true);
    expect(sameCanvas(undoChange(after, change), base)).toBe(true);
  });

  test("the same on another draft leaves what others did there", () => {
    const theirs: Canvas = { ...base, nodes: [...base.nodes, node("theirs", "EXIT")] };
    const names = redoChange(theirs, between(base, renamed)).nodes.map((it) => it.name);
    expect(names).toEqual(["a", "pause", "c", "theirs"]);
  });

  test("people count steps, and edges between steps that stayed", () => {
    expect(countChanges(between(base, renamed))).toBe(1);
    expect(countChanges(between(base, removed))).toBe(2);
    expect(countChanges(between(base, { ...base, edges: [edge("a", "b")] }))).toBe(1);
  });
});
