import type { Backtest, Forecast, TestRun } from "#data";
import type { Canvas } from "#journey";
import { count } from "../live/numbers.ts";
import type { Mark, Marks } from "../state/store.ts";

/** The path of a test run: every step with its place in the order, every edge it took. */
export function marksOfTest(canvas: Canvas, run: TestRun): Marks {
  const turns = new Map<string, number[]>();
  let turn = 0;
  for (const { toNodeId } of run.steps) {
    if (toNodeId === null) continue;
    turn++;
    turns.set(toNodeId, [...(turns.get(toNodeId) ?? []), turn]);
  }
  for (const id of run.path.nodeIds) if (!turns.has(id)) turns.set(id, []);
  const edges = new Map(run.path.edgeIds.map((id): [string, Mark] => [id, { isLit: true, text: null }]));
  const nodes = new Map<string, Mark>();
  for (const [id, places] of turns) nodes.set(id, { isLit: true, text: places.length > 0 ? places.join(" · ") : null });
  return { canvas, nodes, edges };
}

/** How many people of a forecast arrived at a step, and how many are still there at its end. */
export function marksOfForecast(canvas: Canvas, forecast: Forecast): Marks {
  const nodes = new Map<string, Mark>();
  for (const { nodeId, entered, waiting } of forecast.nodes) {
    const text = waiting > 0 ? `${count(entered)} · ${count(waiting)} here` : count(entered);
    nodes.set(nodeId, {
      isLit: entered > 0,
      text,
      title: `${entered} come here, ${waiting} are still here at the end`,
    });
  }
  const edges = new Map<string, Mark>();
  for (const { edgeId, count: people } of forecast.edges) {
    edges.set(edgeId, { isLit: people > 0, text: count(people) });
  }
  return { canvas, nodes, edges };
}

/** How many more or fewer enrollments would have reached a step in the draft than in the live version; `null` when none. */
export function marksOfBacktest(canvas: Canvas, { differences }: Backtest): Marks | null {
  if (differences.length === 0) return null;
  const nodes = new Map<string, Mark>();
  for (const { nodeId, draft, live } of differences) {
    const text = live === null ? count(draft ?? 0) : signed((draft ?? 0) - live);
    nodes.set(nodeId, { isLit: draft !== live, text, title: `Draft ${draft ?? 0}, live ${live ?? "none"}` });
  }
  return { canvas, nodes, edges: new Map() };
}

/** `+12`, `−3`, `±0`. */
export function signed(difference: number): string {
  if (difference === 0) return "±0";
  return `${difference > 0 ? "+" : "−"}${count(Math.abs(difference))}`;
}
