import { updateNode } from "#dialects";
import type { Cli } from "../../../cli.ts";
import { usage } from "../../../exit-codes.ts";
import { type ActionFlags, actionFlags, readChange, withActionFlags } from "../../../journeys/action-flags.ts";
import { editJourney } from "../../../journeys/edit-journey.ts";
import type { LoadedJourney } from "../../../journeys/load-journey.ts";
import { reportEdit } from "../../../journeys/report-edit.ts";
import { NODE_HEADING, nodeRow } from "../../../journeys/texts.ts";
import { commandLine } from "../../../quote.ts";
import type { Register } from "../../../register.ts";
import { nodeJson } from "./list.ts";

export const update: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").argument("<node>", "The name of the node");
  withActionFlags(command).action(bind(change));
};

async function change(cli: Cli, reference: string, name: string, flags: ActionFlags): Promise<void> {
  if (flags.action === undefined && flags.emailId === undefined && flags.terminal === undefined)
    throw usage("Nothing to change: give --action, --email-id, --terminal or --no-terminal.");
  const edited = await editJourney(
    cli,
    reference,
    ({ draft, graph, journey }) => updateNode(draft, { name, ...readChange(flags, graph.nodes[name]) }, journey.id),
    () => actionFlags(name),
  );
  reportEdit(cli, edited, {
    value: nodeJson(edited.after, name),
    heading: NODE_HEADING,
    rows: [nodeRow(name, edited.after.graph)],
    done: `Changed the node ${name}`,
    undo: undoOf(edited.before, name),
  });
}

function undoOf({ journey, graph }: LoadedJourney, name: string): string {
  const node = graph.nodes[name];
  const action = node?.action ?? { type: "none" };
  const terminal = node?.terminal ? "--terminal" : "--no-terminal";
  // An action that is given without a sender keeps the present one.
  const sender = action.type === "send_email" && !action.fromIdentityEmail ? ["--email-id", ""] : [];
  const words = ["node", "update", journey.shortId, name, "--action", JSON.stringify(action), ...sender, terminal];
  return commandLine("journey", ...words);
}
