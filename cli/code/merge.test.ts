import { describe, expect, it } from "vitest";
import { mergeNative } from "./merge.ts";
import type { Native } from "./server-journey.ts";

const step = (name: string, config: object = {}, x = 0) => ({ name, type: "WAIT", config, position: { x, y: 0 } });
const edge = (from: string, to: string) => ({ name: `${from}-to-${to}`, from, to });
const base: Native = {
  name: "Welcome",
  settings: { reEntry: "once", maxDuration: "30d" },
  nodes: [step("a"), step("b"), step("c")],
  edges: [edge("a", "b"), edge("b", "c")],
};
const nodes = (...list: object[]) => ({ ...base, nodes: list });
const merge = (mine: Native, theirs: Native, keep: string[] = []) => mergeNative({ base, mine, theirs }, new Set(keep));
const names = (parts: unknown) => (parts as { name: string }[]).map(({ name }) => name);
const told = ({ conflicts }: ReturnType<typeof merge>) => conflicts.map(({ message }) => message);

describe("mergeNative", () => {
  it("takes what only one side changed: fields, settings one by one, steps and edges", () => {
    const mine = {
      ...base,
      name: "Mine",
      settings: { ...(base.settings as object), reEntry: "every" },
      nodes: [step("a"), step("b", { duration: "1d" }), step("c")],
    };
    const theirs = {
      ...base,
      settings: { reEntry: "once" },
      nodes: [step("a"), step("b"), step("new"), step("c", { duration: "2d" })],
      edges: [edge("a", "b"), edge("b", "new"), edge("new", "c")],
    };
    const merged = merge(mine, theirs);
    expect(merged.conflicts).toEqual([]);
    expect(merged.native).toEqual({
      name: "Mine",
      settings: { reEntry: "every" },
      nodes: [step("a"), step("b", { duration: "1d" }), step("new"), step("c", { duration: "2d" })],
      edges: [edge("a", "b"), edge("b", "new"), edge("new", "c")],
    });
    expect(merged.taken.map(({ name, change }) => `${name} ${change}`)).toEqual([
      "settings changed",
      "c changed",
      "new added",
      ...["b-to-c removed", "b-to-new added", "new-to-c added"],
    ]);
  });

  it("names what both sides changed differently, and nothing where they changed it alike", () => {
    const both = nodes(step("a", { duration: "1d" }), step("b"), step("c"));
    expect(merge(both, both).conflicts).toEqual([]);
    const other = { ...nodes(step("a", { duration: "2d" }), step("b"), step("c")), name: "Theirs" };
    expect(told(merge({ ...both, name: "Mine" }, other))).toEqual([
      "name was changed in the file and on the server",
      "step a was changed in the file and on the server",
    ]);
  });

  it("takes the file's side of a part that is to be kept", () => {
    const mine = nodes(step("a", { duration: "1d" }), step("b"), step("c"));
    const merged = merge(mine, nodes(step("a", { duration: "2d" }), step("b", { duration: "3d" }), step("c")), ["a"]);
    expect([merged.conflicts, merged.native.nodes]).toEqual([
      [],
      [step("a", { duration: "1d" }), step("b", { duration: "3d" }), step("c")],
    ]);
  });

  it("does not remove what the other side changed, but does where it was only moved", () => {
    const without = { ...nodes(step("a"), step("b")), edges: [edge("a", "b")] };
    expect(told(merge(without, nodes(step("a"), step("b"), step("c", { duration: "1d" }))))).toContain(
      "step c was changed on the server and removed in the file",
    );
    expect(told(merge(nodes(step("a"), step("b"), step("c", { duration: "1d" })), without))).toContain(
      "step c was changed in the file and removed on the server",
    );
    const moved = merge(without, nodes(step("a"), step("b"), step("c", {}, 500)));
    expect([moved.conflicts, names(moved.native.nodes)]).toEqual([[], ["a", "b"]]);
  });

  it("keeps a move of one side beside a change of the other", () => {
    const mine = nodes(step("a", {}, 700), step("b"), step("c"));
    const merged = merge(mine, nodes(step("a", { duration: "1d" }, 0), step("b", {}, 300), step("c")));
    expect(merged.native.nodes).toEqual([step("a", { duration: "1d" }, 700), step("b", {}, 300), step("c")]);
  });

  it("refuses an edge of one side to a step that the other removed", () => {
    const mine = { ...base, edges: [...(base.edges as object[]), edge("a", "c")] };
    const theirs = { ...nodes(step("a"), step("b")), edges: [edge("a", "b")] };
    expect(told(merge(mine, theirs))).toEqual(["edge a-to-c needs step c, which the other side removed"]);
  });
});
