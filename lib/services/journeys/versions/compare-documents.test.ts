import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JourneyDocument, JourneyEdge, JourneyNode } from "#journey";
import { compareDocuments, fieldChanges } from "./compare-documents.ts";

const node = (id: string, rest: Partial<JourneyNode> = {}): JourneyNode => ({
  id,
  type: "WAIT",
  name: id,
  config: { duration: "1d" },
  position: { x: 0, y: 0 },
  contentId: null,
  ...rest,
});
const edge = (id: string, rest: Partial<JourneyEdge> = {}): JourneyEdge => ({
  id,
  name: id,
  sourceNodeId: "a",
  targetNodeId: "b",
  branch: null,
  label: null,
  weight: null,
  trigger: null,
  ...rest,
});
const document = (rest: Partial<JourneyDocument> = {}): JourneyDocument => ({
  nodes: [node("a"), node("b")],
  edges: [edge("e")],
  settings: {},
  goalConfig: null,
  audienceId: null,
  allowAnonymous: false,
  ...rest,
});

describe("comparing two versions", () => {
  test("the same document differs in nothing", () => {
    expect(compareDocuments(document(), document())).toEqual({ nodes: [], edges: [], settings: [] });
  });

  test("nodes are told apart by id: added, removed, changed field by field, or only moved", () => {
    const after = document({
      nodes: [
        node("a", { config: { duration: "2d", window: { days: ["mon"] } }, position: { x: 5, y: 0 } }),
        node("c", { type: "EXIT" }),
        node("b", { position: { x: 0, y: 7 } }),
      ],
    });
    expect(compareDocuments(document({ nodes: [node("a"), node("b"), node("gone")] }), after).nodes).toEqual([
      {
        nodeId: "a",
        name: "a",
        label: null,
        type: "WAIT",
        change: "changed",
        fields: [
          { path: "config.duration", before: "1d", after: "2d" },
          { path: "config.window", before: null, after: { days: ["mon"] } },
        ],
      },
      { nodeId: "c", name: "c", label: null, type: "EXIT", change: "added", fields: [] },
      {
        nodeId: "b",
        name: "b",
        label: null,
        type: "WAIT",
        change: "moved",
        fields: [{ path: "position.y", before: 0, after: 7 }],
      },
      { nodeId: "gone", name: "gone", label: null, type: "WAIT", change: "removed", fields: [] },
    ]);
  });

  test("edges and settings too; a null and nothing are the same", () => {
    const before = document({ settings: { reEntry: "once", onResume: null }, audienceId: "vip" });
    const after = document({
      edges: [edge("e", { targetNodeId: "c", trigger: { type: "timer", delay: "1h" } })],
      settings: { reEntry: "every" },
      goalConfig: { type: "event", config: { eventName: "bought" } },
      allowAnonymous: true,
    });
    const { edges, settings } = compareDocuments(before, after);
    expect(edges).toMatchObject([{ edgeId: "e", change: "changed" }]);
    expect(edges[0]?.fields.map((field) => field.path)).toEqual(["targetNodeId", "trigger"]);
    expect(settings.map(({ path, after: value }) => [path, value])).toEqual([
      ["settings.reEntry", "every"],
      ["goalConfig", { type: "event", config: { eventName: "bought" } }],
      ["audienceId", null],
      ["allowAnonymous", true],
    ]);
  });

  test("backwards it tells the same changes with both sides swapped", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const there = fieldChanges(before, after);
        const back = fieldChanges(after, before);
        const key = (path: string, one: unknown, other: unknown) => JSON.stringify([path, one, other]);
        expect(new Set(back.map((field) => key(field.path, field.after, field.before)))).toEqual(
          new Set(there.map((field) => key(field.path, field.before, field.after))),
        );
      }),
    );
  });
});
