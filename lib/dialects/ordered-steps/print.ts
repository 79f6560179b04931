import { freeName, isEnd, isEntry, type JourneyDocument, type JourneyEdge, type JourneyNode } from "#journey";
import type { JourneyDraft, Loss } from "../dialect.ts";
import { Losses } from "../losses.ts";
import { writeEntry } from "./entry.ts";
import type { OrderedSteps, Step } from "./schema.ts";
import { writeStep } from "./steps/index.ts";
import { exitTargets, onlyTarget } from "./targets.ts";

/** Written steps with what each was in the document. */
export type Printed = {
  readonly journey: OrderedSteps;
  readonly losses: readonly Loss[];
  readonly trigger: JourneyNode | null;
  /** The edge from the trigger to the first step. */
  readonly way: JourneyEdge | null;
  readonly otherTriggers: readonly JourneyNode[];
  /** The node of each step, and of each step that is not defined yet. */
  readonly nodes: ReadonlyMap<string, JourneyNode>;
};

/** Writes a journey as ordered steps, and remembers what was written as what. */
export function print({ name, description, document }: JourneyDraft): Printed {
  const losses = new Losses();
  losses.ofSettings(document, ["entryConditions", "minDaysSinceLastJourney", "maxDuration"]);
  const [trigger = null, ...otherTriggers] = document.nodes.filter(isEntry);
  const outgoing = Map.groupBy(document.edges, ({ sourceNodeId }) => sourceNodeId);
  reportTriggers(trigger, otherTriggers, losses);
  const [way = null, ...ways] = outgoing.get(trigger?.id ?? "") ?? [];
  for (const edge of ways)
    losses.ofEdge(edge, "sourceNodeId", `The format has one first step, so “${edge.name}” is left out.`);
  const shown = inOrder(document, way);
  const names = namesOf(document, losses);
  const defined = shown.filter((node) => !isUndefinedStep(node, document.edges));
  reportEnds(document, losses);
  const stepOf = stepFinder(document, names);
  if (way === null || stepOf(way) !== (defined[0] === undefined ? null : names.get(defined[0].id)))
    losses.ofJourney("edges", "The trigger leads to none of the steps; the format starts at the first one.");
  const steps = defined.map((node, index): Step => {
    const targets = exitTargets(node, { outgoing: outgoing.get(node.id) ?? [], stepOf }, losses);
    const written = writeStep(node, losses, targets);
    const id = names.get(node.id) ?? node.name;
    if (written.type === "branch") return { id, ...written };
    const following = defined[index + 1];
    const next = onlyTarget(node, targets, losses);
    const isNext = next === (following === undefined ? null : names.get(following.id));
    return { id, ...written, ...(isNext ? {} : { next }) };
  });
  return {
    journey: {
      name,
      ...(description === null ? {} : { description }),
      ...writeEntry(document, trigger, losses),
      steps,
    },
    losses: losses.list,
    trigger,
    way,
    otherTriggers,
    nodes: new Map(shown.map((node) => [names.get(node.id) ?? node.name, node])),
  };
}

/**
 * A step that others lead to before it is defined: a draft may have such steps, and publishing refuses them. An action
 * from the palette has a list of operations, so it is not one.
 */
function isUndefinedStep(node: JourneyNode, edges: readonly JourneyEdge[]): boolean {
  if (node.type !== "ACTION" || Object.keys(node.config).length > 0) return false;
  return (
    edges.every(({ sourceNodeId }) => sourceNodeId !== node.id) &&
    edges.some(({ targetNodeId }) => targetNodeId === node.id)
  );
}

/** The nodes that are steps: the one behind the trigger first, the others as they are listed. */
function inOrder({ nodes }: JourneyDocument, way: JourneyEdge | null): JourneyNode[] {
  const steps = nodes.filter((node) => !isEntry(node) && !isEnd(node));
  const first = steps.filter(({ id }) => id === way?.targetNodeId);
  return [...first, ...steps.filter((node) => !first.includes(node))];
}

function namesOf({ nodes }: JourneyDocument, losses: Losses): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    nodes
      .filter((node) => !isEntry(node) && !isEnd(node))
      .map((node) => {
        const name = freeName(node.name, taken);
        if (name !== node.name)
          losses.ofNode(node, "name", `Another step is called “${node.name}” too; this one is written as “${name}”.`);
        return [node.id, name];
      }),
  );
}

function stepFinder({ nodes }: JourneyDocument, names: ReadonlyMap<string, string>) {
  const exits = new Set(nodes.filter(isEnd).map(({ id }) => id));
  return ({ targetNodeId }: JourneyEdge) => (exits.has(targetNodeId) ? null : names.get(targetNodeId));
}

function reportTriggers(trigger: JourneyNode | null, others: readonly JourneyNode[], losses: Losses): void {
  if (trigger === null)
    losses.ofJourney("nodes", "The journey has no trigger; it is written as one that people are enrolled in by hand.");
  for (const other of others) losses.ofNode(other, "type", `The format has one entry, so “${other.name}” is left out.`);
}

/** The format has no exits of its own: reading makes one, called “exit”. */
function reportEnds({ nodes, edges }: JourneyDocument, losses: Losses): void {
  for (const [index, node] of nodes.filter(isEnd).entries())
    if (index > 0 || node.name !== "exit" || edges.every(({ targetNodeId }) => targetNodeId !== node.id))
      losses.ofNode(node, "name", `The format has no step for the exit “${node.name}”; the journey just ends there.`);
}
