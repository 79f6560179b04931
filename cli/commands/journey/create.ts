import { randomUUID } from "node:crypto";
import { createScaffold } from "#dialects";
import { answerOf, type Site } from "#sdk/node";
import { readObject } from "../../arguments.ts";
import type { Cli } from "../../cli.ts";
import { CliError, EXIT } from "../../exit-codes.ts";
import { notReadable } from "../../journeys/edit-journey.ts";
import { asGraph, canvasOf } from "../../journeys/load-journey.ts";
import { RE_ENTRY_POLICIES, readPolicy } from "../../journeys/re-entry.ts";
import { sayProblems, warningsOf } from "../../journeys/warnings.ts";
import { commandLine } from "../../quote.ts";
import type { Register } from "../../register.ts";
import { JOURNEY_HEADING, journeyRow } from "./list.ts";
import { journeyJson } from "./show.ts";

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
  const { settings } = journey.document;
  const { id: siteId } = await firstSite(cli);
  const body = { name: journey.name, description: journey.description, siteId, ...canvasOf(journey), settings };
  const created = await cli.server.api.POST("/api/journeys", {
    body: { ...body, ...(key === undefined ? {} : { key }) },
  });
  const { data, warnings } = answerOf(created);
  const loaded = asGraph(data);
  const value = journeyJson(loaded, null, warningsOf(cli, loaded, warnings));
  cli.output.table(value, { heading: JOURNEY_HEADING, rows: [journeyRow(data)] });
  cli.output.say(`Created ${data.name} with the node ${entryNode}, as a draft.`);
  sayProblems(cli, loaded, warnings);
  cli.output.undo(commandLine("journey", "remove", data.shortId));
}

const FLAGS = {
  "/name": "--name",
  "/description": "--description",
  "/entryEvent": "--entry-event",
  "/entryNode": "--entry-node",
  "/entryConditions": "--entry-conditions",
  "/nodes": "--entry-node",
};

/** Journeys of the CLI belong to the workspace's first site. */
async function firstSite({ server }: Cli): Promise<Site> {
  const { data } = answerOf(await server.api.GET("/api/sites", { params: { query: { limit: 100 } } }));
  const [first] = [...data].sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
  if (first) return first;
  throw new CliError(EXIT.conflict, "The workspace has no site yet.", { hint: "Add one under Settings → Sites." });
}
