import type { Cli } from "../../../cli.ts";
import { loadJourney } from "../../../journeys/load-journey.ts";
import { TRANSITION_HEADING, transitionRow } from "../../../journeys/texts.ts";
import type { Register } from "../../../register.ts";

type Flags = { readonly from?: string; readonly to?: string };

export const list: Register = (command, bind) => {
  command
    .argument("<journey>", "Its id, key or number")
    .option("--from <node>", "Only those from this node")
    .option("--to <node>", "Only those to this node")
    .action(bind(listTransitions));
};

async function listTransitions(cli: Cli, reference: string, flags: Flags): Promise<void> {
  const { graph } = await loadJourney(cli, reference);
  const shown = graph.transitions.filter(({ from, to }) => (flags.from ?? from) === from && (flags.to ?? to) === to);
  cli.output.table(shown, { heading: TRANSITION_HEADING, rows: shown.map(transitionRow) });
}
