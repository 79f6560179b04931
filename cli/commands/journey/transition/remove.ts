import { removeTransition } from "#dialects";
import type { Cli } from "../../../cli.ts";
import { editJourney } from "../../../journeys/edit-journey.ts";
import { reportEdit } from "../../../journeys/report-edit.ts";
import { TRANSITION_HEADING } from "../../../journeys/texts.ts";
import { commandLine } from "../../../quote.ts";
import type { Register } from "../../../register.ts";

export const remove: Register = (command, bind) => {
  command
    .argument("<journey>", "Its id, key or number")
    .argument("<transition>", "The name of the transition")
    .action(bind(removeOne));
};

async function removeOne(cli: Cli, reference: string, name: string): Promise<void> {
  const edited = await editJourney(cli, reference, ({ draft, journey }) => removeTransition(draft, name, journey.id));
  const { journey, graph } = edited.before;
  const gone = graph.transitions.find((one) => one.name === name);
  const ends = ["--from", gone?.from, "--to", gone?.to, "--name", name];
  reportEdit(cli, edited, {
    value: { removed: name },
    heading: TRANSITION_HEADING,
    rows: [],
    done: `Removed the transition ${name}`,
    undo: commandLine(
      "journey",
      "transition",
      "add",
      journey.shortId,
      ...ends,
      "--trigger",
      JSON.stringify(gone?.trigger),
    ),
  });
}
