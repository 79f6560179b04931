import { edgeName, freeName, type JourneyEdge } from "#journey";
import { type AnyEdge, type AnyNode, assembleJourney } from "../assemble.ts";
import type { DialectProblem, ReadContext, Reading } from "../dialect.ts";
import { errorAt, hasErrors, readShape } from "../problems.ts";
import { sameJson } from "../same-json.ts";
import { nodeFor } from "./actions.ts";
import { settingsFor, triggerConfigFor } from "./entry.ts";
import { endName, type Printed, print } from "./print.ts";
import { type Transition, TransitionGraph } from "./schema.ts";
import { edgeTriggerFor, movesToTransitions } from "./triggers.ts";

const MOST_NODES = 4_000;

/** Reads a transition graph. What is written as `print` writes the journey of before stays as it was. */
export function read(foreign: unknown, context: ReadContext): Reading {
  const { value: graph, problems: wrong } = readShape(TransitionGraph, foreign);
  if (graph === null) return { journey: null, problems: wrong };
  const problems = [...wrong, ...findProblems(graph)];
  if (hasErrors(problems)) return { journey: null, problems };
  const { before } = context;
  const printed = before === undefined ? null : print(before);
  const named = nameTransitions(graph.transitions);
  const nodes = nodesOf(graph, named, printed);
  const entry = entryOf(graph, nodes, printed);
  const parts = [...entry.nodes, ...nodes.flatMap(({ node, end }) => [node, ...(end === null ? [] : [end.node])])];
  const edges = [
    ...entry.edges,
    ...nodes.flatMap(({ end }) => (end === null ? [] : [end.edge])),
    ...edgesOf(named, nodes, printed),
  ];
  const settingsBefore = before && printed ? { settings: before.document.settings, entry: printed.graph } : null;
  const journey = assembleJourney(
    {
      name: graph.name,
      ...(graph.description === undefined ? {} : { description: graph.description }),
      nodes: parts,
      written: [...(printed?.nodes.values() ?? [])].map(({ id }) => id),
      edges: [...edges, ...unprinted(parts, printed, before?.document.edges ?? [])],
      settings: settingsFor(graph, settingsBefore),
    },
    context,
  );
  return { journey, problems };
}

function findProblems({ nodes, transitions, entryNode }: TransitionGraph): DialectProblem[] {
  const problems: DialectProblem[] = [];
  const has = (name: string) => Object.hasOwn(nodes, name);
  if (Object.keys(nodes).length > MOST_NODES)
    problems.push(errorAt(["nodes"], "too_large", `The graph has more than ${MOST_NODES} nodes.`));
  if (entryNode !== null && !has(entryNode))
    problems.push(errorAt(["entryNode"], "unknown_target", `The entry node “${entryNode}” is not one of the nodes.`));
  const names = new Set<string>();
  for (const [index, { name, from, to }] of transitions.entries()) {
    for (const [field, node] of [
      ["from", from],
      ["to", to],
    ] as const)
      if (!has(node))
        problems.push(errorAt(["transitions", index, field], "unknown_target", `“${node}” is not one of the nodes.`));
    if (name === undefined) continue;
    if (names.has(name))
      problems.push(
        errorAt(["transitions", index, "name"], "duplicate_name", `Another transition is called “${name}” too.`),
      );
    names.add(name);
  }
  return problems;
}

type NamedTransition = Transition & { readonly name: string };

function nameTransitions(transitions: readonly Transition[]): NamedTransition[] {
  const taken = new Set(transitions.flatMap(({ name }) => name ?? []));
  return transitions.map((transition) => ({
    ...transition,
    name: transition.name ?? edgeName(transition.from, transition.to, taken),
  }));
}

type ReadNode = {
  readonly node: AnyNode;
  /** The exit behind a terminal node and the edge to it. */
  readonly end: { readonly node: AnyNode; readonly edge: AnyEdge } | null;
};

function nodesOf(
  { nodes }: TransitionGraph,
  transitions: readonly NamedTransition[],
  printed: Printed | null,
): ReadNode[] {
  const taken = new Set(Object.keys(nodes));
  const outgoing = Map.groupBy(transitions, ({ from }) => from);
  const outgoingBefore = Map.groupBy(printed?.graph.transitions ?? [], ({ from }) => from);
  return Object.entries(nodes).map(([name, { action, terminal }]) => {
    const before = printed?.nodes.get(name);
    const isSame = before !== undefined && sameJson(printed?.graph.nodes[name], { action, terminal });
    const stays = isSame && (!movesToTransitions(before) || sameJson(outgoing.get(name), outgoingBefore.get(name)));
    const ends = terminal && action.type !== "none";
    const made = terminal && !ends ? ({ type: "EXIT", config: {} } as const) : nodeFor(action, before);
    const node = stays ? { name, keeps: before } : { name, ...made };
    return { node, end: ends ? endOf(name, taken, printed) : null };
  });
}

function endOf(name: string, taken: Set<string>, printed: Printed | null): ReadNode["end"] {
  const before = printed?.ends.get(name);
  const exit = freeName(before?.exit.name ?? endName(name), taken);
  if (before === undefined) return { node: { name: exit, type: "EXIT", config: {} }, edge: { from: name, to: exit } };
  return { node: { name: exit, keeps: before.exit }, edge: { from: name, to: exit, keeps: before.edge } };
}

/** The trigger and the edge to the entry node; triggers that the format cannot say stay. */
function entryOf(graph: TransitionGraph, nodes: readonly ReadNode[], printed: Printed | null) {
  const before = printed?.entry ?? { trigger: null, edge: null };
  const taken = new Set(nodes.flatMap(({ node, end }) => [node.name, ...(end === null ? [] : [end.node.name])]));
  const name = freeName(before.trigger?.name ?? "trigger", taken);
  const { trigger } = before;
  // A journey without a trigger stays one as long as no entry is written.
  if (printed !== null && trigger === null && (graph.entryEvent ?? null) === null && graph.entryNode === null)
    return { nodes: [], edges: [] };
  const staysSame = trigger !== null && (printed?.graph.entryEvent ?? null) === (graph.entryEvent ?? null);
  const entry: AnyNode = staysSame
    ? { name, keeps: trigger }
    : { name, type: "TRIGGER", config: triggerConfigFor(graph.entryEvent) };
  const others = printed?.otherTriggers ?? [];
  const { entryNode } = graph;
  const ways: AnyEdge[] =
    entryNode === null
      ? []
      : [{ from: name, to: entryNode, ...keptWay(before.edge, printed?.graph.entryNode === entryNode) }];
  return {
    nodes: [entry, ...others.map((keeps): AnyNode => ({ name: freeName(keeps.name, taken), keeps }))],
    edges: ways,
  };
}

const keptWay = (edge: JourneyEdge | null, isSame: boolean) => (edge !== null && isSame ? { keeps: edge } : {});

function edgesOf(
  transitions: readonly NamedTransition[],
  nodes: readonly ReadNode[],
  printed: Printed | null,
): AnyEdge[] {
  const kept = new Set(nodes.flatMap(({ node }) => ("keeps" in node ? [node.name] : [])));
  const before = new Map(printed?.graph.transitions.map((transition) => [transition.name, transition]));
  const done = new Set<JourneyEdge>();
  return transitions.flatMap((transition): AnyEdge[] => {
    const { name, from, to, trigger } = transition;
    const edge = printed?.edges.get(name);
    const source = printed?.nodes.get(from);
    const isMoved = source !== undefined && movesToTransitions(source) && !kept.has(from);
    if (edge !== undefined && !isMoved && sameJson(before.get(name), transition)) {
      if (done.has(edge)) return [];
      done.add(edge);
      return [{ from, to, keeps: edge }];
    }
    return [{ from, to, name, label: edge?.label ?? null, trigger: edgeTriggerFor(trigger, edge?.trigger ?? null) }];
  });
}

/** Edges of before that the format cannot say, as long as both of their nodes are still there. */
function unprinted(nodes: readonly AnyNode[], printed: Printed | null, edges: readonly JourneyEdge[]): AnyEdge[] {
  if (printed === null) return [];
  const read = new Set(nodes.map(({ name }) => name));
  const names = new Map([
    ...nodes.flatMap((node) => ("keeps" in node ? [[node.keeps.id, node.name] as const] : [])),
    ...[...printed.nodes].flatMap(([name, { id }]) => (read.has(name) ? [[id, name] as const] : [])),
  ]);
  const written = new Set<JourneyEdge | null>([
    ...printed.edges.values(),
    ...[...printed.ends.values()].map(({ edge }) => edge),
    printed.entry.edge,
  ]);
  return edges.flatMap((keeps) => {
    const [from, to] = [names.get(keeps.sourceNodeId), names.get(keeps.targetNodeId)];
    return written.has(keeps) || from === undefined || to === undefined ? [] : [{ from, to, keeps }];
  });
}
