import { answerOf } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { askJourney } from "../../journeys/ask-journey.ts";
import { peopleIn } from "../../journeys/people-in.ts";
import type { Register } from "../../register.ts";
import { printJourney } from "./print-journey.ts";

export const archive: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").action(bind(archiveJourney));
};

async function archiveJourney(cli: Cli, reference: string): Promise<void> {
  const journey = await askJourney(cli, reference);
  if (journey.status === "ARCHIVED") {
    printJourney(cli, journey);
    return cli.output.say(`${journey.name} is archived already.`);
  }
  const consequence = `${peopleIn(journey)} and will leave; unsent messages are cancelled. There is no undo.`;
  if (cli.isPlan) {
    const { active } = journey._count;
    return cli.output.data(
      { plan: "archive", id: journey.shortId, active },
      `Would archive ${journey.name}. ${consequence}\n`,
    );
  }
  if (journey._count.active > 0) await cli.confirm(`Archive ${journey.name}? ${consequence}`);
  const params = { path: { id: journey.id } };
  const { data } = answerOf(await cli.server.api.DELETE("/api/journeys/{id}", { params }));
  printJourney(cli, data);
  cli.output.say(`Archived ${data.name}. There is no undo.`);
}
