import { holdoutEdge, isTenths, type JourneyEdge, type JourneyNode, type Problem, SPLIT_MIN_SHARE } from "#journey";
import type { Graph } from "./graph.ts";
import { problem, quoted } from "./report.ts";

/** The problems of a SPLIT's shares, its holdout, and its learning settings. */
export function findSplitProblems(graph: Graph, node: JourneyNode): Problem[] {
  const edges = (graph.outgoing.get(node.id) ?? []).filter((edge) => edge.trigger === null);
  return [...weightProblems(node, edges), ...holdoutProblems(node, edges), ...learningProblems(graph, node, edges)];
}

function weightProblems(node: JourneyNode, edges: readonly JourneyEdge[]): Problem[] {
  const given = edges.flatMap((edge) => (edge.weight === null ? [] : [edge.weight]));
  if (given.length === 0) return [];
  const problems = edges
    .filter((edge) => edge.weight !== null && !isTenths(edge.weight))
    .map((edge) => {
      const message = `The share of “${edge.name}” at ${quoted(node)} is ${edge.weight}: a share has one decimal at most.`;
      return problem("bad_weights", message, { node, edge, field: "weight" });
    });
  const tenths = given.reduce((total, weight) => total + weight, 0) * 10;
  if (problems.length > 0 || Math.abs(tenths - 1_000) < 0.01) return [...problems, ...neverDrawn(node, edges)];
  const message = `The shares of ${quoted(node)} add up to ${Math.round(tenths) / 10}, not to 100.`;
  return [problem("bad_weights", message, { node, field: "weight" })];
}

function neverDrawn(node: JourneyNode, edges: readonly JourneyEdge[]): Problem[] {
  return edges
    .filter((edge) => !edge.weight)
    .map((edge) =>
      problem("never_taken", `The edge “${edge.name}” from ${quoted(node)} has no share: nobody takes it.`, {
        node,
        edge,
        field: "weight",
      }),
    );
}

function holdoutProblems(node: JourneyNode, edges: readonly JourneyEdge[]): Problem[] {
  const { holdout } = node.config;
  if (typeof holdout !== "string" || holdout === "" || holdoutEdge(holdout, edges) !== null) return [];
  const message = `${quoted(node)} has a holdout path that does not exist.`;
  return [problem("bad_config", message, { node, field: "config.holdout" })];
}

/** Learning needs a goal and at least two paths, each of which can keep its minimum share. */
function learningProblems(graph: Graph, node: JourneyNode, edges: readonly JourneyEdge[]): Problem[] {
  if (node.config.allocation !== "thompson") return [];
  const problems: Problem[] = [];
  if (graph.document.goalConfig === null) {
    const message = `${quoted(node)} learns its shares from the goal, but the journey has no goal.`;
    problems.push(problem("missing_config", message, { node, field: "config.allocation" }));
  }
  const holdout = holdoutEdge(node.config.holdout, edges);
  const open = edges.filter((edge) => edge !== holdout && edge.weight !== 0);
  if (edges.length > 0 && open.length < 2) {
    const message = `${quoted(node)} has only one path beside the holdout: there is nothing to compare.`;
    problems.push(problem("bad_config", message, { node, field: "config.allocation" }));
  }
  const least = typeof node.config.minShare === "number" ? node.config.minShare : SPLIT_MIN_SHARE;
  const rest = 100 - (holdout === null ? 0 : (holdout.weight ?? 100 / edges.length));
  if (open.length >= 2 && least * open.length > rest) {
    const message = `${quoted(node)}: ${open.length} paths cannot keep ${least} percent each of the ${Math.round(rest * 10) / 10} they share.`;
    problems.push(problem("bad_config", message, { node, field: "config.minShare" }));
  }
  return problems;
}
