import { expect, test } from "vitest";
import { count, dropOff, isHighDropOff, numbersOf, share } from "./numbers.ts";

const node = { nodeId: "n", name: "wait", entered: 10, waiting: 2, advanced: 5, exited: 2, failed: 1 };

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
  const totals = { enrolled: 10, active: 2, completed: 8, stopped: 0, failed: 0 };
  const leaving = { ...node, exited: 5, failed: 0 };
  expect(isHighDropOff(leaving, totals)).toBe(false);
  expect(isHighDropOff(leaving, { ...totals, completed: 4, stopped: 4 })).toBe(true);
  expect(isHighDropOff({ ...leaving, entered: 0 }, totals)).toBe(false);
});

test("numbers are found by step and by edge", () => {
  const totals = { enrolled: 10, active: 2, completed: 5, stopped: 2, failed: 1 };
  const numbers = numbersOf({
    totals,
    nodes: [node],
    transitions: [{ edgeId: "e", name: "a-to-b", count: 5, rate: 0.5 }],
  });
  expect(numbers.nodes.get("n")?.entered).toBe(10);
  expect(numbers.edges.get("e")?.count).toBe(5);
});
