import {
  awaitedBy,
  dividesPeople,
  durationSeconds,
  isEnd,
  type JourneyEdge,
  type JourneyNode,
  type Problem,
  parseDuration,
} from "#journey";
import { findExpressionProblems } from "./expressions.ts";
import { type Graph, leavesAtOnce } from "./graph.ts";
import { problem, quoted } from "./report.ts";
import { findSplitProblems } from "./splits.ts";

/** The problems of single edges, and of how edges serve the exits of a node. */
export function findEdgeProblems(graph: Graph): Problem[] {
  const own = graph.document.edges.flatMap((edge) => edgeProblems(graph, edge));
  return [...own, ...graph.document.nodes.flatMap((node) => coverProblems(graph, node))];
}

function edgeProblems(graph: Graph, edge: JourneyEdge): Problem[] {
  const source = graph.nodes.get(edge.sourceNodeId);
  const target = graph.nodes.get(edge.targetNodeId);
  const problems: Problem[] = [];
  if (source === undefined || target === undefined) {
    const field = source === undefined ? "sourceNodeId" : "targetNodeId";
    problems.push(
      problem("unknown_target", `The edge “${edge.name}” leads from ${quoted(source)} to ${quoted(target)}.`, {
        node: source ?? target,
        edge,
        field,
      }),
    );
  }
  const { delay } = awaitedBy(edge.trigger);
  if (delay !== null && parseDuration(delay) === null) {
    const message = `The edge “${edge.name}”: the delay is not a duration such as 30m, 12h, 2d or 1w.`;
    problems.push(problem("bad_duration", message, { node: source, edge, field: "trigger.delay" }));
  }
  const place = { node: source, edge, field: "trigger", hasEvent: true };
  return [...problems, ...findExpressionProblems(edge.trigger, place, `The edge “${edge.name}”`)];
}

function coverProblems(graph: Graph, node: JourneyNode): Problem[] {
  const routes = graph.routes.get(node.id);
  if (routes === undefined) return [];
  return [
    ...exitProblems(graph, node),
    ...neverTaken(graph, node),
    ...(dividesPeople(node) ? findSplitProblems(graph, node) : []),
  ];
}

function exitProblems(graph: Graph, node: JourneyNode): Problem[] {
  const { exits = [], races = [] } = graph.routes.get(node.id) ?? {};
  const open = exits.filter((exit) => exit.edge === null);
  if (isEnd(node)) {
    const [edge] = graph.outgoing.get(node.id) ?? [];
    return edge === undefined
      ? []
      : [problem("never_taken", `Nothing leaves ${quoted(node)}: the journey ends there.`, { node, edge })];
  }
  if (open.length === exits.length) {
    if (races.length > 0) return [];
    return [problem("dead_end", `Nothing follows ${quoted(node)}; the journey completes there.`, { node })];
  }
  return open.map((exit) =>
    problem("branch_unhandled", `${quoted(node)} has no edge for “${exit.label}”.`, {
      node,
      field: `exits.${exit.key}`,
    }),
  );
}

/** Edges that serve no outcome, races that never start, and timers that a shorter one always precedes. */
function neverTaken(graph: Graph, node: JourneyNode): Problem[] {
  const { races = [], unused = [] } = graph.routes.get(node.id) ?? {};
  if (isEnd(node)) return [];
  const lost = leavesAtOnce(graph, node) ? races : beaten(races);
  return [...unused, ...lost].map((edge) =>
    problem("never_taken", `The edge “${edge.name}” from ${quoted(node)} is never taken.`, { node, edge }),
  );
}

function beaten(races: readonly JourneyEdge[]): JourneyEdge[] {
  const timers = races.flatMap((edge) => {
    const duration = parseDuration(awaitedBy(edge.trigger).delay);
    return duration === null ? [] : [{ edge, seconds: durationSeconds(duration) }];
  });
  const shortest = Math.min(...timers.map((timer) => timer.seconds));
  const winner = timers.find((timer) => timer.seconds === shortest);
  return timers.filter((timer) => timer !== winner).map((timer) => timer.edge);
}
