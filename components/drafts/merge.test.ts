import { describe, expect, test } from "vitest";
import type { Canvas } from "#journey";
import { mergeCanvas, sameCanvas } from "./merge.ts";
import { edge, node } from "./testing/parts.ts";

const base: Canvas = {
  nodes: [node("a", "TRIGGER"), node("b", "WAIT", { config: { duration: "1d" } }), node("c", "EXIT")],
  edges: [edge("a", "b"), edge("b", "c")],
};
const change = (canvas: Canvas, id: string, fields: object): Canvas => ({
  ...canvas,
  nodes: canvas.nodes.map((item) => (item.name === id ? { ...item, ...fields } : item)),
});

describe("merging two people's edits", () => {
  test("changes of different nodes are both kept", () => {
    const mine = change(base, "a", { config: { triggerType: "MANUAL" } });
    const theirs = change(base, "b", { config: { duration: "2d" } });
    const { canvas, conflicts } = mergeCanvas(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(canvas.nodes.map((item) => item.config)).toEqual([{ triggerType: "MANUAL" }, { duration: "2d" }, {}]);
  });

  test("a move and a new config of the same node are both kept", () => {
    const mine = change(base, "b", { position: { x: 5, y: 5 } });
    const theirs = change(base, "b", { config: { duration: "2d" } });
    const { canvas, conflicts } = mergeCanvas(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(canvas.nodes[1]).toMatchObject({ position: { x: 5, y: 5 }, config: { duration: "2d" } });
  });

  test("the same field changed twice is a conflict in which mine stands", () => {
    const mine = change(base, "b", { config: { duration: "3d" } });
    const theirs = change(base, "b", { config: { duration: "2d" } });
    const { canvas, conflicts } = mergeCanvas(base, mine, theirs);
    expect(conflicts).toEqual([{ kind: "node", id: base.nodes[1]?.id, name: "B", field: "config" }]);
    expect(canvas.nodes[1]?.config).toEqual({ duration: "3d" });
  });

  test("what either deleted stays deleted, with the edges that hang on it", () => {
    const theirs: Canvas = { nodes: base.nodes.slice(0, 2), edges: base.edges.slice(0, 1) };
    const mine: Canvas = { ...base, edges: [...base.edges, edge("a", "c")] };
    const { canvas, conflicts } = mergeCanvas(base, mine, theirs);
    // The edge that was drawn to the deleted step is a change that would be lost: a person decides.
    expect(conflicts).toEqual([expect.objectContaining({ kind: "edge", name: "A → C", field: null })]);
    expect(canvas.nodes.map((item) => item.name)).toEqual(["a", "b"]);
    expect(canvas.edges.map((item) => item.name)).toEqual(["a-to-b"]);
  });

  test("two edges that both drew at one exit are asked about, as only one of them would be taken", () => {
    const mine: Canvas = { ...base, edges: [...base.edges, edge("c", "a")] };
    const theirs: Canvas = { ...base, edges: [...base.edges, edge("c", "b")] };
    expect(mergeCanvas(base, mine, theirs).conflicts).toEqual([
      expect.objectContaining({ kind: "edge", name: "C → B", field: null }),
    ]);
    expect(mergeCanvas(base, mine, base).conflicts).toEqual([]);
  });

  test("deleting what the other changed is a conflict", () => {
    const mine = change(base, "c", { position: { x: 9, y: 9 } });
    const theirs: Canvas = { nodes: base.nodes.slice(0, 2), edges: base.edges.slice(0, 1) };
    expect(mergeCanvas(base, mine, theirs).conflicts).toMatchObject([{ kind: "node", name: "C", field: null }]);
  });

  test("new parts of both are there afterwards", () => {
    const mine: Canvas = { ...base, nodes: [...base.nodes, node("m", "EXIT")] };
    const theirs: Canvas = { ...base, nodes: [...base.nodes, node("t", "EXIT")] };
    expect(mergeCanvas(base, mine, theirs).canvas.nodes.map((item) => item.name)).toEqual(["a", "b", "c", "m", "t"]);
  });

  test("notes and groups are merged as steps are, and a group loses the steps that somebody deleted", () => {
    const note = { id: "n", kind: "note" as const, text: "", position: { x: 0, y: 0 }, width: 200, height: 100 };
    const [a = "", b = "", c = ""] = base.nodes.map(({ id }) => id);
    const group = { id: "g", kind: "group" as const, label: "Start", nodeIds: [a, c] };
    const before: Canvas = { ...base, annotations: [note, group] };
    const mine: Canvas = { ...before, annotations: [{ ...note, text: "mine" }, group] };
    const theirs: Canvas = {
      nodes: base.nodes.slice(0, 2),
      edges: base.edges.slice(0, 1),
      annotations: [note, { ...group, nodeIds: [a, b] }],
    };
    const { canvas, conflicts } = mergeCanvas(before, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(canvas.annotations).toEqual([
      { ...note, text: "mine" },
      { ...group, nodeIds: [a, b] },
    ]);
    const other = { ...theirs, annotations: [{ ...note, text: "theirs" }, group] };
    expect(mergeCanvas(before, mine, other).conflicts).toMatchObject([
      { kind: "annotation", name: "a note", field: "text" },
    ]);
    expect(sameCanvas(before, mine)).toBe(false);
  });

  test("order does not make a canvas different", () => {
    expect(sameCanvas(base, { nodes: [...base.nodes].reverse(), edges: [...base.edges].reverse() })).toBe(true);
    expect(sameCanvas(base, change(base, "b", { config: {} }))).toBe(false);
  });
});
