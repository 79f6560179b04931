import { addTransition } from "#dialects";
import type { Cli } from "../../../cli.ts";
import { usage } from "../../../exit-codes.ts";
import { editJourney } from "../../../journeys/edit-journey.ts";
import { reportEdit } from "../../../journeys/report-edit.ts";
import { TRANSITION_HEADING, transitionRow } from "../../../journeys/texts.ts";
import { readTrigger, type TriggerFlags, triggerFlags, withTriggerFlags } from "../../../journeys/trigger-flags.ts";
import { commandLine } from "../../../quote.ts";
import type { Register } from "../../../register.ts";

type Flags = TriggerFlags & { readonly from: string; readonly to: string; readonly name?: string };

export const add: Register = (command, bind) => {
  command
    .argument("<journey>", "Its id, key or number")
    .requiredOption("--from <node>", "The node that it leaves")
    .requiredOption("--to <node>", "The node that it leads to")
    .option("--name <name>", "Its name; {from}-to-{to} by default, with -2 if that is taken");
  withTriggerFlags(command).action(bind(addOne));
};

async function addOne(cli: Cli, reference: string, flags: Flags): Promise<void> {
  const { from, to, name } = flags;
  const trigger = readTrigger(flags);
  if (trigger === null) throw usage("Say when: give one of --on, --after and --trigger.");
  const change = { from, to, trigger, ...(name === undefined ? {} : { name }) };
  const edited = await editJourney(
    cli,
    reference,
    ({ draft, journey }) => addTransition(draft, change, journey.id),
    ({ graph }) => triggerFlags(flags, graph.transitions.length),
  );
  const known = new Set(edited.before.graph.transitions.map((transition) => transition.name));
  const added = edited.after.graph.transitions.filter((transition) => !known.has(transition.name));
  reportEdit(cli, edited, {
    value: added[0] ?? null,
    heading: TRANSITION_HEADING,
    rows: added.map(transitionRow),
    done: `Added the transition ${added[0]?.name ?? ""}`,
    undo: commandLine("journey", "transition", "remove", edited.after.journey.shortId, added[0]?.name),
  });
}
