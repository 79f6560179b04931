import { expect, test } from "vitest";
import type { TestRun } from "#data";
import type { JourneyEdge, JourneyNode } from "#journey";
import { whatIfsOf } from "./what-ifs.ts";

type Step = TestRun["steps"][number];
const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 9, minutes)).toISOString();
const step = (minutes: number, toNodeId: string | null, cause: string): Step => ({
  ...{ at: at(minutes), fromNodeId: null, toNodeId, edgeId: null, cause, receipt: {}, sentence: "" },
});
const node = (id: string, type: JourneyNode["type"], config = {}): JourneyNode => ({
  ...{ id, type, config, name: id, position: { x: 0, y: 0 }, contentId: null },
});
const nodes = [
  node("start", "TRIGGER"),
  node("reply", "WAIT_FOR_EVENT", { eventName: "app.replied" }),
  node("pause", "WAIT", { duration: "1d" }),
];
const edge: JourneyEdge = {
  ...{ id: "e", name: "bought", sourceNodeId: "pause", targetNodeId: "end", branch: null, label: null, weight: null },
  trigger: { type: "event", event: "app.bought" },
};

test("a wait that ran out and one that goes on could have been ended by their events", () => {
  const steps = [step(0, "start", "start"), step(0, "reply", "immediate"), step(60, "pause", "timer")];
  expect([...whatIfsOf(steps, { nodes, edges: [edge] })]).toEqual([
    [1, [{ eventName: "app.replied", after: "PT60S" }]],
    [2, [{ eventName: "app.bought", after: "PT3660S" }]],
  ]);
});

test("what happened, and a wait for time alone, leave nothing to ask", () => {
  const steps = [step(0, "reply", "start"), step(5, "pause", "event"), step(65, null, "timer")];
  expect(whatIfsOf(steps, { nodes, edges: [] }).size).toBe(0);
});
