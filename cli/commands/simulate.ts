import { answerOf, type TestRun } from "#sdk/node";
import { readObject } from "../arguments.ts";
import type { Cli } from "../cli.ts";
import { usage } from "../exit-codes.ts";
import { askJourney } from "../journeys/ask-journey.ts";
import { findPerson } from "../people/find-person.ts";
import type { Register } from "../register.ts";

type Flags = {
  readonly person?: string;
  readonly traits?: string;
  readonly event?: string;
  readonly properties?: string;
  readonly then: readonly string[];
};

export const simulate: Register = (command, bind) => {
  command
    .argument("<journey>", "The journey's id, key or number")
    .option("--person <id>", "Of a real person; a sample person by default")
    .option("--traits <json>", "The traits of the sample person")
    .option("--event <event>", "The event that enrolls")
    .option("--properties <json>", "Its properties")
    .option(
      "--then <after:event>",
      "A later event: 2d:user.login; may be repeated",
      (one, all: string[]) => [...all, one],
      [],
    )
    .action(bind(run));
};

async function run(cli: Cli, reference: string, flags: Flags): Promise<void> {
  const { person, traits, event, properties, then } = flags;
  if (person !== undefined && traits !== undefined) throw usage("Give --person or --traits.");
  if (properties !== undefined && event === undefined) throw usage("--properties need --event.");
  const journey = await askJourney(cli, reference);
  const body = {
    ...(person === undefined ? {} : { personId: (await findPerson(cli, person)).id }),
    ...(traits === undefined ? {} : { person: { traits: readObject("--traits", traits) } }),
    ...(event === undefined ? {} : { trigger: triggerOf(event, properties) }),
    ...(then.length === 0 ? {} : { events: then.map(laterEvent) }),
  };
  const params = { path: { id: journey.id } };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/{id}/test", { params, body }));
  const names = new Map(journey.nodes.map(({ id, name }) => [id, name]));
  cli.output.data(data, () => runText(data, names));
}

const triggerOf = (eventName: string, properties: string | undefined) =>
  properties === undefined ? { eventName } : { eventName, properties: readObject("--properties", properties) };

function laterEvent(text: string): { after: string; eventName: string } {
  const [, after = "", eventName = ""] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (after === "") throw usage(`--then is a time and an event, as 2d:user.login, not ${JSON.stringify(text)}.`);
  return { after, eventName };
}

function runText({ steps, deliveries, outcome }: TestRun, names: ReadonlyMap<string, string>): string {
  const lines = [
    ...steps.map(({ at, toNodeId, sentence }) => `${at}  ${names.get(toNodeId ?? "") ?? "end"}  ${sentence}`),
    ...deliveries.map(
      ({ at, name, contentType, subject, sent }) =>
        `${at}  ${name}  ${contentType}${subject ? ` “${subject}”` : ""}${sent ? "" : ", cancelled"}`,
    ),
  ];
  return `${[...lines.sort(), "", outcome.sentence].join("\n")}\n`;
}
