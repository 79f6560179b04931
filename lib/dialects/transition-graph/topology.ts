import type { JourneyDraft } from "../dialect.ts";
import { print } from "./print.ts";
import type { TransitionGraph } from "./schema.ts";

/** Something in the shape of a graph that is probably not meant. It can be saved and may even run. */
export type TopologyWarning = {
  readonly code: "no_entry" | "unreachable" | "dead_end" | "never_taken" | "never_ends";
  readonly node: string | null;
  readonly message: string;
};

/** All warnings about the shape of a journey, in the order of its nodes. */
export function topologyWarnings(journey: JourneyDraft): TopologyWarning[] {
  const { graph } = print(journey);
  const { entryNode, nodes, transitions } = graph;
  const outgoing = Map.groupBy(transitions, ({ from }) => from);
  const incoming = Map.groupBy(transitions, ({ to }) => to);
  const reached = from(entryNode === null ? [] : [entryNode], (name) => outgoing.get(name)?.map(({ to }) => to));
  const ending = from(endsOf(graph), (name) => incoming.get(name)?.map((transition) => transition.from));
  const noEntry: TopologyWarning[] =
    entryNode === null ? [{ code: "no_entry", node: null, message: "The journey has no entry node." }] : [];
  return [
    ...noEntry,
    ...Object.entries(nodes).flatMap(([name, { terminal }]): TopologyWarning[] => {
      const leaves = outgoing.has(name);
      const warnings: TopologyWarning[] = [];
      const warn = (code: TopologyWarning["code"], message: string) => warnings.push({ code, node: name, message });
      if (entryNode !== null && !reached.has(name))
        warn("unreachable", `Node “${name}” cannot be reached from the entry.`);
      if (!terminal && !leaves) warn("dead_end", `Node “${name}” has no transitions and is not terminal.`);
      if (terminal && leaves) warn("never_taken", `Node “${name}” is terminal, so its transitions are never taken.`);
      if (leaves && !ending.has(name)) warn("never_ends", `From node “${name}” the journey can never end.`);
      return warnings;
    }),
  ];
}

/** Nodes at which the journey ends: terminal ones and those that nothing leaves. */
function endsOf({ nodes, transitions }: TransitionGraph): string[] {
  const left = new Set(transitions.map(({ from: name }) => name));
  return Object.entries(nodes).flatMap(([name, { terminal }]) => (terminal || !left.has(name) ? [name] : []));
}

/** Everything that can be reached from some names. */
function from(starts: readonly string[], next: (name: string) => readonly string[] | undefined): Set<string> {
  const found = new Set(starts);
  for (const name of found) for (const other of next(name) ?? []) found.add(other);
  return found;
}
