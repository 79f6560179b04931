import { removeNode } from "#dialects";
import type { Cli } from "../../../cli.ts";
import { editJourney } from "../../../journeys/edit-journey.ts";
import { reportEdit } from "../../../journeys/report-edit.ts";
import { TRANSITION_HEADING, transitionRow } from "../../../journeys/texts.ts";
import { commandLine } from "../../../quote.ts";
import type { Register } from "../../../register.ts";

export const remove: Register = (command, bind) => {
  command
    .argument("<journey>", "Its id, key or number")
    .argument("<node>", "The name of the node")
    .action(bind(removeOne));
};

async function removeOne(cli: Cli, reference: string, name: string): Promise<void> {
  const edited = await editJourney(cli, reference, ({ draft, journey }) => removeNode(draft, name, journey.id));
  const { journey, graph } = edited.before;
  const gone = graph.transitions.filter(({ from, to }) => from === name || to === name);
  const count = gone.length === 1 ? "1 transition" : `${gone.length} transitions`;
  const before = ["--nodes", JSON.stringify(graph.nodes), "--transitions", JSON.stringify(graph.transitions)];
  reportEdit(cli, edited, {
    value: { removed: name, transitions: gone },
    heading: TRANSITION_HEADING,
    rows: gone.map(transitionRow),
    done: `Removed the node ${name}${gone.length === 0 ? "" : ` and ${count}`}`,
    undo: commandLine("journey", "update", journey.shortId, ...before),
  });
}
