import { expect, test } from "vitest";
import type { NodeStats, TransitionStats } from "#data";
import { layOutPaths } from "./lay-out-paths.ts";
import { mainPath } from "./main-path.ts";

const step = (nodeId: string, entered: number, rest: Partial<NodeStats> = {}): NodeStats => ({
  ...{ nodeId, name: nodeId, type: "WAIT", current: true, entered },
  ...{ waiting: 0, advanced: 0, exited: 0, failed: 0, movedOut: 0, standing: [] },
  timeInNode: { p50: null, p90: null, mean: null },
  arrivals: { started: 0, connections: entered, moved: 0, other: 0 },
  ...rest,
});
const way = (from: string, to: string, count: number): TransitionStats => ({
  ...{ edgeId: `${from}-${to}-${count}`, name: "", count, rate: 0, branch: null, current: true },
  ...{ sourceNodeId: from, targetNodeId: to },
});

const nodes = [
  step("start", 100, { advanced: 100, arrivals: { started: 100, connections: 0, moved: 0, other: 0 } }),
  step("ask", 110, { waiting: 10, advanced: 80, exited: 18, failed: 2, movedOut: 4 }),
  step("yes", 50, { advanced: 50 }),
  step("no", 30, { advanced: 30 }),
  step("end", 70, { exited: 70 }),
  step("never", 0),
];
const transitions = [
  way("start", "ask", 60),
  way("start", "ask", 40),
  way("ask", "yes", 50),
  way("ask", "no", 30),
  way("yes", "end", 50),
  way("no", "end", 20),
  way("no", "ask", 10),
  way("end", "never", 0),
];

test("the funnel follows the connection that most people took, and every step adds up", () => {
  const steps = mainPath({ nodes, transitions });
  expect(steps.map(({ name }) => name)).toEqual(["start", "ask", "yes", "end"]);
  expect(steps[1]).toMatchObject({ entered: 110, here: 10, onward: 50, aside: 30, lost: 16, movedAway: 4 });
  for (const { entered, here, onward, aside, lost, movedAway } of steps)
    expect(here + onward + aside + lost + movedAway).toBe(entered);
});

test("a journey that nobody entered has no funnel, and one that goes round ends where it began", () => {
  expect(mainPath({ nodes: [step("start", 0)], transitions: [] })).toEqual([]);
  const round = [step("a", 5, { advanced: 5, arrivals: { started: 5, connections: 0, moved: 0, other: 0 } })];
  expect(mainPath({ nodes: round, transitions: [way("a", "a", 5)] })).toHaveLength(1);
});

test("flows lead to the right, ways back are counted apart, and nothing overlaps", () => {
  const { nodes: placed, flows, returns, width, height } = layOutPaths({ nodes, transitions });
  expect(placed.map(({ name }) => name)).toEqual(["start", "ask", "yes", "no", "end"]);
  const at = new Map(placed.map((node) => [node.nodeId, node]));
  for (const { from, to } of flows) expect(at.get(from)?.x).toBeLessThan(at.get(to)?.x ?? 0);
  expect([flows.length, returns]).toEqual([5, 10]);
  expect(flows.find(({ key }) => key === "start ask")?.count).toBe(100);
  const [upper, lower] = ["yes", "no"].map((id) => at.get(id)).sort((a, b) => (a?.y ?? 0) - (b?.y ?? 0));
  expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeLessThan(lower?.y ?? 0);
  for (const { x, y, height: own } of placed) {
    expect(x).toBeLessThan(width);
    expect(y + own).toBeLessThanOrEqual(height);
  }
});

test("flows into a step are no wider together than the step is high", () => {
  const { nodes: placed, flows } = layOutPaths({ nodes, transitions });
  for (const { nodeId, height } of placed) {
    const into = flows.filter(({ to }) => to === nodeId).reduce((sum, flow) => sum + flow.width, 0);
    expect(into, nodeId).toBeLessThanOrEqual(height + 0.2);
  }
});

test("the drawing is as wide as its card with every label whole, and only a card too narrow for words is scrolled", () => {
  const names = ["Signed up in the app", "Three days", "Asks for the newsletter", "Yes", "No", "End"];
  const chain = names.map((name, at) => ({ ...step(`s${at}`, 10), name }));
  const ways = chain.slice(1).map(({ nodeId }, at) => way(`s${at}`, nodeId, 10));
  for (const width of [1_100, 700, 480]) {
    const drawn = layOutPaths({ nodes: chain, transitions: ways }, { width });
    expect(drawn.width).toBeLessThanOrEqual(width);
    expect(drawn.width).toBeGreaterThan(width * 0.95);
    expect(drawn.nodes.map(({ lines }) => lines.join(" ").replaceAll(" ", ""))).toEqual(
      names.map((name) => name.replaceAll(" ", "")),
    );
    for (const { lines, y } of drawn.nodes) expect(y - 6 - lines.length * 13).toBeGreaterThanOrEqual(0);
  }
  expect(layOutPaths({ nodes: chain, transitions: ways }, { width: 300 }).width).toBe(6 * 78);
});
