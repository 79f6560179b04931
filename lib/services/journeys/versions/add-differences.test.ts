import { expect, it } from "vitest";
import { addDifferences } from "./add-differences.ts";
import type { Difference, NodeChange } from "./compare-documents.ts";

const none: Difference = { nodes: [], edges: [], settings: [] };
const node = (change: NodeChange["change"], fields: NodeChange["fields"] = []): Difference => ({
  ...none,
  nodes: [{ nodeId: "n", name: "Wait", type: "WAIT", change, fields } as NodeChange],
});
const field = (before: unknown, after: unknown) => ({ path: "config.duration", before, after });
const added = (first: Difference, second: Difference) =>
  addDifferences(first, second).nodes.map(({ change, fields }) => ({ change, fields }));

it("a step that was added and removed again is no difference", () => {
  expect(addDifferences(node("added"), node("removed"))).toEqual(none);
});

it("a step that was removed and comes back is changed", () => {
  expect(added(node("removed"), node("added"))).toEqual([{ change: "changed", fields: [] }]);
});

it("a value is told from its first state to its last, and not at all where it is what it was", () => {
  const first = node("changed", [field("1d", "2d")]);
  expect(added(first, node("changed", [field("2d", "3d")]))).toEqual([
    { change: "changed", fields: [field("1d", "3d")] },
  ]);
  expect(addDifferences(first, node("changed", [field("2d", "1d")]))).toEqual(none);
});

it("a new step whose values change is only new", () => {
  expect(added(node("added"), node("changed", [field(null, "3d")]))).toEqual([{ change: "added", fields: [] }]);
});

it("differences of different things stand side by side", () => {
  const settings: Difference = { ...none, settings: [{ path: "reEntry", before: "once", after: "every" }] };
  expect(addDifferences(node("removed"), settings)).toEqual({ ...node("removed"), settings: settings.settings });
});
