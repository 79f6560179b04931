import { updateTransition } from "#dialects";
import type { Cli } from "../../../cli.ts";
import { usage } from "../../../exit-codes.ts";
import { editJourney } from "../../../journeys/edit-journey.ts";
import type { LoadedJourney } from "../../../journeys/load-journey.ts";
import { reportEdit } from "../../../journeys/report-edit.ts";
import { TRANSITION_HEADING, transitionRow } from "../../../journeys/texts.ts";
import { readTrigger, type TriggerFlags, triggerFlags, withTriggerFlags } from "../../../journeys/trigger-flags.ts";
import { commandLine } from "../../../quote.ts";
import type { Register } from "../../../register.ts";

export const update: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").argument("<transition>", "The name of the transition");
  withTriggerFlags(command).action(bind(change));
};

const named = ({ graph }: LoadedJourney, name: string) => graph.transitions.filter((one) => one.name === name);

async function change(cli: Cli, reference: string, name: string, flags: TriggerFlags): Promise<void> {
  const trigger = readTrigger(flags);
  if (trigger === null) throw usage("Nothing to change: give one of --on, --after and --trigger.");
  const edited = await editJourney(
    cli,
    reference,
    ({ draft, journey }) => updateTransition(draft, name, trigger, journey.id),
    ({ graph }) =>
      triggerFlags(
        flags,
        graph.transitions.findIndex((one) => one.name === name),
      ),
  );
  const after = named(edited.after, name);
  const before = JSON.stringify(named(edited.before, name)[0]?.trigger);
  const { shortId } = edited.after.journey;
  reportEdit(cli, edited, {
    value: after[0] ?? null,
    heading: TRANSITION_HEADING,
    rows: after.map(transitionRow),
    done: `Changed the transition ${name}`,
    undo: commandLine("journey", "transition", "update", shortId, name, "--trigger", before),
  });
}
