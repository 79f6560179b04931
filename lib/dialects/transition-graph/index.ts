import { isObject } from "#values";
import type { Dialect } from "../dialect.ts";
import { print } from "./print.ts";
import { read } from "./read.ts";
import { TransitionGraph } from "./schema.ts";

export * from "./edits/index.ts";
export { Action, GraphNode, Transition, TransitionGraph, TransitionTrigger } from "./schema.ts";
export { type TopologyWarning, topologyWarnings } from "./topology.ts";

/** Nodes by name, connected by transitions with an event or a timer: the format of source 000 and of the command line. */
export const transitionGraph: Dialect<TransitionGraph> = {
  key: "transition-graph",
  title: "Transition graph",
  schema: TransitionGraph,
  recognizes: (foreign) => isObject(foreign) && isObject(foreign.nodes) && !("steps" in foreign),
  read,
  write: (journey) => {
    const { graph, losses } = print(journey);
    return { foreign: graph, losses };
  },
};
