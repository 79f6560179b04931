import { edgeName, freeName, isEnd, isEntry, type JourneyDocument, type JourneyEdge, type JourneyNode } from "#journey";
import type { JourneyDraft, Loss } from "../dialect.ts";
import { Losses } from "../losses.ts";
import { actionOf } from "./actions.ts";
import { type EntryOrigin, writeEntry } from "./entry.ts";
import type { GraphNode, Transition, TransitionGraph } from "./schema.ts";
import { movesToTransitions, triggersOf } from "./triggers.ts";

/** A written graph with what each part of it was in the document. */
export type Printed = {
  readonly graph: TransitionGraph;
  readonly losses: readonly Loss[];
  readonly entry: EntryOrigin;
  /** Triggers that are not written. */
  readonly otherTriggers: readonly JourneyNode[];
  /** The node of each name. */
  readonly nodes: ReadonlyMap<string, JourneyNode>;
  /** The edge of each transition, by the transition's name. */
  readonly edges: ReadonlyMap<string, JourneyEdge>;
  /** What ends the journey behind a terminal node, by the node's name. */
  readonly ends: ReadonlyMap<string, End>;
};

export type End = { readonly exit: JourneyNode; readonly edge: JourneyEdge };

/** Writes a journey as a transition graph, and remembers what was written as what. */
export function print({ name, description, document }: JourneyDraft): Printed {
  const losses = new Losses();
  losses.ofSettings(document, ["entryConditions", "reEntry"]);
  const outgoing = Map.groupBy(document.edges, ({ sourceNodeId }) => sourceNodeId);
  const ends = endsOf(document, outgoing);
  const hidden = new Set([...ends.values()].map(({ exit }) => exit.id));
  const shown = document.nodes.filter((node) => !isEntry(node) && !hidden.has(node.id));
  const names = namesOf(shown, losses);
  const nodes = shown.map((node): [string, GraphNode] => {
    if (movesToTransitions(node)) losses.ofConfig(node, MOVED);
    return [
      names.get(node.id) ?? node.name,
      { action: actionOf(node, losses), terminal: isEnd(node) || ends.has(node.id) },
    ];
  });
  const { transitions, edges } = transitionsOf(document, { names, outgoing, hidden, losses });
  const { entry, origin } = writeEntry(document, names, losses);
  return {
    graph: {
      name,
      ...(description === null ? {} : { description }),
      ...entry,
      nodes: Object.fromEntries(nodes),
      transitions,
    },
    losses: losses.list,
    entry: origin,
    otherTriggers: document.nodes.filter((node) => isEntry(node) && node !== origin.trigger),
    nodes: new Map(shown.map((node) => [names.get(node.id) ?? node.name, node])),
    edges,
    ends: new Map([...ends].map(([id, end]) => [names.get(id) ?? id, end])),
  };
}

/** The parts of waits that are written on transitions. */
const MOVED = ["duration", "eventName", "filter", "timeout"];

/** The base of the name of the exit behind a terminal node. */
export const endName = (node: string): string => `${node.slice(0, 110)}_exit`;

/** Exits that only end the journey behind one node that acts, and are called after it: both are one terminal node. */
function endsOf(document: JourneyDocument, outgoing: ReadonlyMap<string, readonly JourneyEdge[]>): Map<string, End> {
  const incoming = Map.groupBy(document.edges, ({ targetNodeId }) => targetNodeId);
  const exits = new Map(document.nodes.filter(isEnd).map((node) => [node.id, node]));
  return new Map(
    document.nodes.flatMap((node): [string, End][] => {
      const plain = (outgoing.get(node.id) ?? []).filter(({ trigger }) => trigger === null);
      const [edge] = plain;
      const exit = edge && exits.get(edge.targetNodeId);
      if (
        edge === undefined ||
        plain.length !== 1 ||
        exit === undefined ||
        actionOf(node, new Losses()).type === "none"
      )
        return [];
      const isOwn =
        exit.name.startsWith(endName(node.name)) && /^(_\d+)?$/.test(exit.name.slice(endName(node.name).length));
      const isOnly = incoming.get(exit.id)?.length === 1 && !outgoing.has(exit.id) && edge.label === null;
      return isOwn && isOnly ? [[node.id, { exit, edge }]] : [];
    }),
  );
}

/** The name of each node in the graph, which has one node per name. */
function namesOf(nodes: readonly JourneyNode[], losses: Losses): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    nodes.map((node) => {
      const name = freeName(node.name, taken);
      if (name !== node.name)
        losses.ofNode(node, "name", `Another node is called “${node.name}” too; this one is written as “${name}”.`);
      return [node.id, name];
    }),
  );
}

type Around = {
  readonly names: ReadonlyMap<string, string>;
  readonly outgoing: ReadonlyMap<string, readonly JourneyEdge[]>;
  readonly hidden: ReadonlySet<string>;
  readonly losses: Losses;
};

function transitionsOf({ nodes, edges }: JourneyDocument, { names, outgoing, hidden, losses }: Around) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const taken = new Set(edges.map(({ name }) => name));
  const written = new Map<string, JourneyEdge>();
  const transitions = edges.flatMap((edge): Transition[] => {
    const source = byId.get(edge.sourceNodeId);
    const [from, to] = [names.get(edge.sourceNodeId), names.get(edge.targetNodeId)];
    if (hidden.has(edge.targetNodeId) || (source !== undefined && isEntry(source))) return [];
    if (source === undefined || from === undefined || to === undefined) {
      losses.ofEdge(
        edge,
        "targetNodeId",
        `The edge “${edge.name}” connects to no node of the graph, so it is left out.`,
      );
      return [];
    }
    if (edge.weight !== null)
      losses.ofEdge(edge, "weight", `The format has no place for the share of the edge “${edge.name}”.`);
    return triggersOf(edge, source, outgoing.get(source.id) ?? [], losses).map((trigger) => {
      const name = written.has(edge.name) ? edgeName(from, to, taken) : edge.name;
      written.set(name, edge);
      return { name, from, to, trigger };
    });
  });
  return { transitions, edges: written };
}
