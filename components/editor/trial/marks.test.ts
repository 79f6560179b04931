import { describe, expect, test } from "vitest";
import type { Backtest, Forecast, TestRun } from "#data";
import { edge, idOf, node } from "../document/testing.ts";
import { marksOfBacktest, marksOfForecast, marksOfTest, signed } from "./marks.ts";

const canvas = { nodes: [node("t", "TRIGGER"), node("w", "WAIT")], edges: [edge("t", "w")] };

describe("a test run on the canvas", () => {
  const hop = (toNodeId: string | null) => ({
    at: "2026-01-01T00:00:00Z",
    fromNodeId: null,
    toNodeId,
    edgeId: null,
    cause: "immediate",
    receipt: {},
    sentence: "",
  });
  const run: TestRun = {
    steps: [hop(idOf("t")), hop(idOf("w")), hop(idOf("t")), hop(null)],
    deliveries: [],
    outcome: { status: "completed", exitReason: "finished", nearMiss: null, sentence: "" },
    path: { nodeIds: [idOf("t"), idOf("w")], edgeIds: [idOf("t-to-w")] },
  };

  test("numbers steps by when they were reached, twice for a second visit", () => {
    const { nodes, edges } = marksOfTest(canvas, run);
    expect(nodes.get(idOf("t"))).toEqual({ isLit: true, text: "1 · 3" });
    expect(nodes.get(idOf("w"))?.text).toBe("2");
    expect([...edges.keys()]).toEqual([idOf("t-to-w")]);
  });
});

test("a forecast says who comes and who is still there", () => {
  const forecast: Forecast = {
    people: 100,
    nodes: [
      { nodeId: "t", entered: 100, waiting: 0, ended: 0 },
      { nodeId: "w", entered: 60, waiting: 12, ended: 0 },
      { nodeId: "x", entered: 0, waiting: 0, ended: 0 },
    ],
    edges: [{ edgeId: "e", count: 60 }],
    outcomes: {
      notEntered: 0,
      active: 12,
      completed: 88,
      stopped: 0,
      failed: 0,
      converted: 0,
      byReason: {},
      nearMisses: {},
    },
  };
  const { nodes, edges } = marksOfForecast(canvas, forecast);
  expect(["t", "w"].map((id) => nodes.get(id)?.text)).toEqual(["100", "60 · 12 here"]);
  expect(nodes.get("x")?.isLit).toBe(false);
  expect(edges.get("e")?.text).toBe("60");
});

test("a backtest marks where the draft differs from the live version", () => {
  const totals = { enrolled: 0, active: 0, completed: 0, stopped: 0, failed: 0, converted: 0, nearMisses: {} };
  const backtest: Backtest = {
    from: "",
    people: 1,
    events: 1,
    draft: { totals, nodes: [] },
    live: { totals, nodes: [] },
    differences: [
      { nodeId: "a", name: "a", draft: 5, live: 8 },
      { nodeId: "b", name: "b", draft: 4, live: 4 },
    ],
    unknown: [],
  };
  const nodes = marksOfBacktest(canvas, backtest)?.nodes;
  expect(nodes?.get("a")).toMatchObject({ text: "−3", isLit: true });
  expect(nodes?.get("b")).toMatchObject({ text: "±0", isLit: false });
  expect(marksOfBacktest(canvas, { ...backtest, differences: [] })).toBeNull();
  expect(signed(12)).toBe("+12");
});
