import { addNode, type GraphNode, updateNode } from "#dialects";
import type { Cli } from "../../../cli.ts";
import { type ActionFlags, actionFlags, readChange, withActionFlags } from "../../../journeys/action-flags.ts";
import { editJourney } from "../../../journeys/edit-journey.ts";
import { reportEdit } from "../../../journeys/report-edit.ts";
import { NODE_HEADING, nodeRow } from "../../../journeys/texts.ts";
import { commandLine } from "../../../quote.ts";
import type { Register } from "../../../register.ts";
import { nodeJson } from "./list.ts";

export const add: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").requiredOption("--name <name>", "The name of the node");
  withActionFlags(command).action(bind(addOne));
};

async function addOne(cli: Cli, reference: string, flags: ActionFlags & { readonly name: string }): Promise<void> {
  const { name } = flags;
  const change = readChange(flags, undefined);
  const edited = await editJourney(
    cli,
    reference,
    ({ draft, journey, graph }) => {
      // The entry node that `create` made has nothing in it yet: adding it by its name says what it does.
      const isEmpty = graph.entryNode === name && isBare(graph.nodes[name]) && flags.action !== undefined;
      return (isEmpty ? updateNode : addNode)(draft, { name, ...change }, journey.id);
    },
    () => actionFlags(name),
  );
  const { shortId } = edited.after.journey;
  const isFilled = Object.hasOwn(edited.before.graph.nodes, name);
  reportEdit(cli, edited, {
    value: nodeJson(edited.after, name),
    heading: NODE_HEADING,
    rows: [nodeRow(name, edited.after.graph)],
    done: `${isFilled ? "Filled in" : "Added"} the node ${name}`,
    undo: isFilled
      ? commandLine("journey", "node", "update", shortId, name, "--action", '{"type": "none"}', "--no-terminal")
      : commandLine("journey", "node", "remove", shortId, name),
  });
}

const isBare = (node: GraphNode | undefined): boolean => node?.action.type === "none" && !node.terminal;
