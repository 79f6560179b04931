import {
  awaitedBy,
  durationSeconds,
  isDisabled,
  type JourneyEdge,
  type JourneyNode,
  nodeKinds,
  type Problem,
  parseDuration,
} from "#journey";
import { findCycles, type Graph, leavesAtOnce } from "./graph.ts";
import { problem, quoted } from "./report.ts";

const HOUR = 3_600;

/** Cycles on which nobody ever waits (an error), and cycles that repeat within an hour forever (a warning). */
export function findCycleProblems(graph: Graph): Problem[] {
  const instant = findCycles(graph, (edge, source) => secondsAlong(graph, edge, source) === 0);
  const problems = instant.map((cycle) =>
    problem("cycle_without_wait", `${names(cycle)} form a loop without any wait; add a wait.`, {
      node: cycle[0],
    }),
  );
  const { maxDuration } = graph.document.settings;
  if (maxDuration !== undefined && maxDuration !== null) return problems;
  const known = new Set(instant.flat().map((node) => node.id));
  const fast = findCycles(graph, (edge, source) => secondsAlong(graph, edge, source) < HOUR);
  for (const cycle of fast) {
    if (cycle.some((node) => known.has(node.id))) continue;
    problems.push(
      problem(
        "fast_cycle",
        `${names(cycle)} form a loop of less than an hour, and the journey has no maximum duration.`,
        {
          node: cycle[0],
        },
      ),
    );
  }
  return problems;
}

function names(cycle: readonly JourneyNode[]): string {
  const ring = [...cycle, cycle[0]];
  return ring.map((node) => quoted(node)).join(" → ");
}

/**
 * The minimum time in seconds that an edge and its source node delay people; infinite when the edge needs an event or
 * another change.
 */
function secondsAlong(graph: Graph, edge: JourneyEdge, source: JourneyNode): number {
  if (edge.trigger !== null) {
    const { delay } = awaitedBy(edge.trigger);
    return delay === null || leavesAtOnce(graph, source) ? Number.POSITIVE_INFINITY : length(delay);
  }
  const kind = nodeKinds[source.type];
  if (isDisabled(source) || !kind.waits(source)) return 0;
  const lasts = kind.lasts(source.config);
  if (lasts !== undefined) return length(lasts);
  const timeouts = graph.routes.get(source.id)?.exits.some((exit) => exit.key === "timeout" && exit.edge === edge);
  return timeouts ? length(source.config.timeout) : Number.POSITIVE_INFINITY;
}

function length(written: unknown): number {
  const duration = parseDuration(written);
  return duration === null ? Number.POSITIVE_INFINITY : durationSeconds(duration);
}
