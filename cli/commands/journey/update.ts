import type { Cli } from "../../cli.ts";
import { loadedBeside } from "../../journeys/ask-journey.ts";
import { RE_ENTRY_POLICIES } from "../../journeys/re-entry.ts";
import type { Register } from "../../register.ts";
import type { Flags } from "./change-graph.ts";

export const update: Register = (command, bind) => {
  command
    .argument("<journey>", "Its id, key or number")
    .option("--name <name>", "Its name")
    .option("--description <text>", "What it is for")
    .option("--nodes <json>", "All nodes, as a map by name; replaces those that are there")
    .option("--transitions <json>", "All transitions, as a list; replaces those that are there")
    .option("--entry-event <event>", "The event that enrolls people; empty: they are enrolled by hand")
    .option("--entry-node <name>", "The node at which people enter")
    .option("--entry-conditions <json>", "Properties that the entry event must have; {} for none")
    .option("--re-entry-policy <policy>", `What the entry event does again: ${RE_ENTRY_POLICIES.join(" or ")}`)
    .action(bind(change));
};

async function change(cli: Cli, reference: string, flags: Flags): Promise<void> {
  const { changeGraph } = await loadedBeside(cli, reference, () => import("./change-graph.ts"));
  await changeGraph(cli, reference, flags);
}
