import { randomUUID } from "node:crypto";
import { createScaffold } from "#dialects";
import { readObject } from "../../arguments.ts";
import type { Cli } from "../../cli.ts";
import { createDraft } from "../../journeys/create-draft.ts";
import { notReadable } from "../../journeys/edit-journey.ts";
import { RE_ENTRY_POLICIES, readPolicy } from "../../journeys/re-entry.ts";
import type { Register } from "../../register.ts";

type Flags = {
  readonly name: string;
  readonly key?: string;
  readonly description?: string;
  readonly entryEvent?: string;
  readonly entryNode: string;
  readonly entryConditions?: string;
  readonly reEntryPolicy?: string;
};

export const create: Register = (command, bind) => {
  command
    .requiredOption("--name <name>", "Its name")
    .option("--entry-event <event>", "The event that enrolls people; without it they are enrolled by hand")
    .option("--entry-node <name>", "The name of the first node", "entry")
    .option("--entry-conditions <json>", 'Properties that the event must have: {"provider": "credentials"}')
    .option(
      "--re-entry-policy <policy>",
      `What the event does again: ${RE_ENTRY_POLICIES.join(" or ")} (skip by default)`,
    )
    .option("--description <text>", "What it is for")
    .option("--key <key>", "Its key; made of the name by default")
    .action(bind(createJourney));
};

async function createJourney(cli: Cli, flags: Flags): Promise<void> {
  const { name, entryNode, entryEvent, description, entryConditions, reEntryPolicy, key } = flags;
  const scaffold = {
    name,
    entryNode,
    ...(entryEvent === undefined ? {} : { entryEvent }),
    ...(description === undefined ? {} : { description }),
    ...(entryConditions === undefined ? {} : { entryConditions: readObject("--entry-conditions", entryConditions) }),
    ...(reEntryPolicy === undefined ? {} : { reEntryPolicy: readPolicy(reEntryPolicy) }),
  };
  const { journey, problems } = createScaffold(scaffold, randomUUID());
  if (journey === null) throw notReadable(problems, FLAGS);
  if (cli.isPlan) return cli.output.data({ plan: "create", journey: scaffold }, `Would create ${name}.\n`);
  await createDraft(cli, journey, key, `Created ${name} with the node ${entryNode}, as a draft.`);
}

const FLAGS = {
  "/name": "--name",
  "/description": "--description",
  "/entryEvent": "--entry-event",
  "/entryNode": "--entry-node",
  "/entryConditions": "--entry-conditions",
  "/nodes": "--entry-node",
};
