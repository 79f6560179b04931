import { expect, test } from "vitest";
import type { NodeStats } from "#data";
import { arrivalsOf, otherArrivals } from "./arrivals.ts";
import { count, dropOff, isHighDropOff, numbersOf, share } from "./numbers.ts";

const node: NodeStats = {
  nodeId: "n",
  name: "wait",
  type: "WAIT",
  current: true,
  entered: 10,
  waiting: 2,
  advanced: 5,
  exited: 2,
  failed: 1,
  timeInNode: { p50: null, p90: null, mean: null },
  arrivals: { started: 0, connections: 10, moved: 0, other: 0 },
  movedOut: 0,
  standing: [{ version: 1, waiting: 2 }],
};
const moves = { converted: 0, movedIn: 0, movedOut: 0 };

test("counts stay whole while there is room", () => {
  expect([count(0), count(9_999), count(12_400), count(3_000_000)]).toEqual(["0", "9,999", "12.4K", "3M"]);
});

test("shares of nothing and tiny shares do not read as zero percent", () => {
  expect([share(1, 0), share(1, 1000), share(0, 5), share(1, 3)]).toEqual(["–", "<1%", "0%", "33%"]);
});

test("drop-off is who left or failed of those who came", () => {
  expect(dropOff(node)).toBeCloseTo(0.3);
  expect(dropOff({ ...node, entered: 0, exited: 0, failed: 0 })).toBe(0);
});

test("drop-off stands out only for people the journey lost, not for those who reached its goal", () => {
  const totals = { enrolled: 10, active: 2, completed: 8, stopped: 0, failed: 0, value: 0, ...moves };
  const leaving = { ...node, exited: 5, failed: 0 };
  expect(isHighDropOff(leaving, totals)).toBe(false);
  expect(isHighDropOff(leaving, { ...totals, completed: 4, stopped: 4 })).toBe(true);
  expect(isHighDropOff({ ...leaving, entered: 0 }, totals)).toBe(false);
});

test("8.1: who was moved to another version did not drop out", () => {
  expect(dropOff({ ...node, exited: 5, movedOut: 4, advanced: 2 })).toBeCloseTo(0.2);
});

test("8.1: of the edges only those that are drawn are found, as an id may be used again", () => {
  const totals = { enrolled: 10, active: 2, completed: 5, stopped: 2, failed: 1, value: 0, ...moves };
  const edge = { edgeId: "e", name: "a-to-n", count: 5, rate: 0.5, sourceNodeId: "a", targetNodeId: "n", branch: null };
  const numbers = numbersOf({
    version: null,
    drawnVersion: 2,
    currency: null,
    totals,
    nodes: [node],
    transitions: [
      { ...edge, current: true },
      { ...edge, count: 3, targetNodeId: "gone", current: false },
    ],
  });
  expect(numbers.nodes.get("n")?.entered).toBe(10);
  expect(numbers.edges.get("e")?.count).toBe(5);
  expect(numbers.drawnInto).toEqual(new Map([["n", 5]]));
});

test.each([
  [{ started: 4, connections: 6, moved: 0, other: 0 }, 6, null],
  [{ started: 0, connections: 6, moved: 12, other: 0 }, 6, "12 moved here"],
  [{ started: 0, connections: 8, moved: 0, other: 0 }, 6, "2 by earlier connections"],
  [{ started: 0, connections: 8, moved: 1, other: 3 }, 6, "6 arrived otherwise"],
])("8.1: what the edges into a step do not account for is said: %j", (arrivals, drawn, words) => {
  expect(otherArrivals(arrivalsOf({ ...node, arrivals }, new Map([["n", drawn]])))).toBe(words);
});
