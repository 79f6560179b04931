import type { Cli } from "../../cli.ts";
import { loadJourney } from "../../journeys/load-journey.ts";
import { treeText } from "../../journeys/tree-text.ts";
import type { Register } from "../../register.ts";

export const tree: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").action(bind(draw));
};

async function draw(cli: Cli, reference: string): Promise<void> {
  const { graph } = await loadJourney(cli, reference);
  cli.output.data(graph, () => treeText(graph));
}
