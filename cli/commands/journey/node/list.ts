import type { Cli } from "../../../cli.ts";
import { type LoadedJourney, loadJourney } from "../../../journeys/load-journey.ts";
import { NODE_HEADING, nodeRow } from "../../../journeys/texts.ts";
import type { Register } from "../../../register.ts";

export const list: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").action(bind(listNodes));
};

/** A node for programs. */
export function nodeJson({ graph }: LoadedJourney, name: string) {
  const count = (end: "from" | "to") => graph.transitions.filter((transition) => transition[end] === name).length;
  return { name, ...graph.nodes[name], in: count("to"), out: count("from") };
}

async function listNodes(cli: Cli, reference: string): Promise<void> {
  const loaded = await loadJourney(cli, reference);
  const names = Object.keys(loaded.graph.nodes);
  const rows = names.map((name) => nodeRow(name, loaded.graph));
  cli.output.table(
    names.map((name) => nodeJson(loaded, name)),
    { heading: NODE_HEADING, rows },
  );
}
