import {
  awaitedBy,
  type Canvas,
  dividesPeople,
  formatDuration,
  holdoutEdge,
  type JourneyEdge,
  type JourneyNode,
} from "#journey";
import { branchOf, exitsOf } from "./exits.ts";
import { edgesFrom, nodeById } from "./graph.ts";

/** The share of people a split's edge takes, in percent. */
export function splitShare(edge: JourneyEdge, edges: readonly JourneyEdge[]): number {
  if (edge.weight !== null) return edge.weight;
  const given = edges.reduce((sum, other) => sum + (other.weight ?? 0), 0);
  const without = edges.filter((other) => other.weight === null).length;
  return Math.max(0, 100 - given) / without;
}

export function percent(share: number): string {
  return `${share.toLocaleString("en", { maximumFractionDigits: 1 })}%`;
}

/** The text on an edge: its exit, its trigger and its label. */
export function edgeText(edge: JourneyEdge, canvas: Canvas): string {
  const source = nodeById(canvas, edge.sourceNodeId);
  const parts = source ? [exitText(edge, source, canvas), triggerText(edge)] : [triggerText(edge)];
  const words = parts.filter((part) => part !== "");
  if (edge.label && !words.some((word) => word.toLowerCase() === edge.label?.toLowerCase())) words.unshift(edge.label);
  return words.join(" · ");
}

function exitText(edge: JourneyEdge, source: JourneyNode, canvas: Canvas): string {
  if (dividesPeople(source)) {
    const edges = edgesFrom(canvas, source.id);
    const isHoldout = holdoutEdge(source.config.holdout, edges)?.id === edge.id;
    return `${percent(splitShare(edge, edges))}${isHoldout ? " held out" : ""}`;
  }
  const exits = exitsOf(source, canvas);
  const branch = branchOf(edge, exits);
  if (branch === null) return "";
  const exit = exits.find(({ key }) => key === branch);
  if (!exit) return `${branch}?`;
  return exits.length > 1 ? exit.label : "";
}

function triggerText(edge: JourneyEdge): string {
  const { event, delay } = awaitedBy(edge.trigger);
  if (event !== null) return `on ${event}`;
  return delay === null ? "" : `after ${formatDuration(delay)}`;
}
