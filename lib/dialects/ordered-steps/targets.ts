import { type JourneyEdge, type JourneyNode, routesAmong } from "#journey";
import { type Losses, quoted } from "../losses.ts";
import type { Step } from "./schema.ts";

/** Where a step leads, in the order of its ways out; null = the journey ends. The last one is what happens otherwise. */
export function targetsOf(steps: readonly Step[], index: number): (string | null)[] {
  const step = steps[index];
  const next = step?.next === undefined ? (steps[index + 1]?.id ?? null) : step.next;
  if (step?.type !== "branch") return [next];
  const { conditions, defaultTargetStepId } = step.config;
  return [
    ...conditions.map(({ targetStepId }) => targetStepId),
    defaultTargetStepId === undefined ? next : defaultTargetStepId,
  ];
}

type Place = {
  readonly outgoing: readonly JourneyEdge[];
  /** The id of the step that an edge leads to; null = an exit, undefined = nothing that is written. */
  readonly stepOf: (edge: JourneyEdge) => string | null | undefined;
};

/** Where each exit of a node leads. What the format cannot say about the edges is reported. */
export function exitTargets(
  node: JourneyNode,
  { outgoing, stepOf }: Place,
  losses: Losses,
): Map<string, string | null> {
  const { exits, races, unused } = routesAmong(node, outgoing);
  for (const edge of races)
    losses.ofEdge(edge, "trigger", `The format has no edges with triggers, so “${edge.name}” is left out.`);
  for (const edge of unused)
    losses.ofEdge(edge, "branch", `The edge “${edge.name}” is never taken, so it is left out.`);
  const open = exits.filter(({ edge }) => edge === null || stepOf(edge) === undefined);
  if (open.length > 0)
    losses.ofNode(
      node,
      `exits.${open[0]?.key}`,
      `Nothing follows ${quoted(node)} there; the format says that the journey ends.`,
    );
  for (const edge of outgoing) {
    if (edge.label !== null) losses.ofEdge(edge, "label", `The format has no place for the label “${edge.label}”.`);
    if (edge.weight !== null)
      losses.ofEdge(edge, "weight", `The format has no place for the share of the edge “${edge.name}”.`);
  }
  return new Map(exits.map(({ key, edge }) => [key, edge === null ? null : (stepOf(edge) ?? null)]));
}

/** The step that follows a node with several exits: the first exit's; others that lead elsewhere are reported. */
export function onlyTarget(
  node: JourneyNode,
  targets: ReadonlyMap<string, string | null>,
  losses: Losses,
): string | null {
  const [first, ...others] = [...targets];
  const lost = others.filter(([, target]) => target !== first?.[1]).map(([key]) => key);
  if (lost.length > 0)
    losses.ofNode(
      node,
      `exits.${lost[0]}`,
      `The format has one way out of ${quoted(node)}; ${lost.join(", ")} would follow it too.`,
    );
  return first?.[1] ?? null;
}
