import { describe, expect, it } from "vitest";
import type { JourneyDocument, JourneyEdge, JourneyNode } from "#journey";
import { mergeImport } from "./merge-import.ts";

const node = (id: string, rest: Partial<JourneyNode> = {}): JourneyNode => ({
  id,
  type: "WAIT",
  name: id,
  config: { duration: "1d" },
  position: { x: 0, y: 0 },
  contentId: null,
  ...rest,
});
const edge = (id: string, sourceNodeId: string, targetNodeId: string): JourneyEdge => ({
  ...{ id, name: id, sourceNodeId, targetNodeId },
  ...{ branch: null, label: null, weight: null, trigger: null },
});
const document = (nodes: JourneyNode[], edges: JourneyEdge[] = [], settings = {}): JourneyDocument => ({
  ...{ nodes, edges, settings },
  ...{ goalConfig: null, audienceId: null, allowAnonymous: false },
});

describe("a second import", () => {
  it("changes what nobody changed here, and nothing else", () => {
    const base = document([node("a"), node("b")], [], { reEntry: "once" });
    const mine = document([node("a"), node("b", { config: { duration: "9d" } })], [], {
      reEntry: "once",
      maxDuration: 5,
    });
    const theirs = document([node("a", { name: "new" }), node("b", { config: { duration: "2d" }, name: "b2" })], [], {
      reEntry: "every",
    });
    const { document: merged, kept } = mergeImport(base, mine, theirs);
    expect(merged.nodes).toEqual([node("a", { name: "new" }), node("b", { config: { duration: "9d" }, name: "b2" })]);
    expect(merged.settings).toEqual({ reEntry: "every", maxDuration: 5 });
    expect(kept).toEqual([
      { kind: "node", id: "b", name: "b", field: "config.duration" },
      { kind: "setting", id: null, name: "maxDuration", field: "maxDuration" },
    ]);
  });

  it("adds what is new in the file, and keeps what was added here", () => {
    const base = document([node("a")]);
    const { document: merged, kept } = mergeImport(
      base,
      document([node("a"), node("own")]),
      document([node("a"), node("new")]),
    );
    expect(merged.nodes.map(({ id }) => id)).toEqual(["a", "own", "new"]);
    expect(kept).toEqual([{ kind: "node", id: "own", name: "own", field: null }]);
  });

  it("takes away what is gone from the file, unless it was changed or is needed here", () => {
    const base = document([node("a"), node("b"), node("c")], [edge("ab", "a", "b")]);
    const mine = document(
      [node("a"), node("b", { name: "mine" }), node("c")],
      [edge("ab", "a", "b"), edge("ac", "a", "c")],
    );
    const { document: merged } = mergeImport(base, mine, document([node("a")]));
    expect(merged.nodes.map(({ name }) => name)).toEqual(["a", "mine", "c"]);
    expect(merged.edges.map(({ id }) => id)).toEqual(["ac"]);
    expect(mergeImport(base, base, document([node("a")])).document.nodes).toEqual([node("a")]);
  });

  it("does not bring back what was deleted here, and says so", () => {
    const base = document([node("a"), node("b")], [edge("ab", "a", "b")]);
    const { document: merged, kept } = mergeImport(base, document([node("a")]), base);
    expect(merged.nodes.map(({ id }) => id)).toEqual(["a"]);
    expect(merged.edges).toEqual([]);
    expect(kept).toContainEqual({ kind: "node", id: "b", name: "b", field: null });
  });

  it("is idempotent: the same file changes nothing", () => {
    const base = document([node("a"), node("b")], [edge("ab", "a", "b")], { reEntry: "once" });
    expect(mergeImport(base, base, base)).toEqual({ document: base, kept: [] });
  });

  it("gives a node of the file another name where one of that name was added here", () => {
    const mine = document([node("own", { name: "Wait" })]);
    const { document: merged } = mergeImport(document([]), mine, document([node("new", { name: "Wait" })]));
    expect(merged.nodes.map(({ name }) => name)).toEqual(["Wait", "Wait 2"]);
  });
});
