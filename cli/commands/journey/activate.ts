import { answerOf } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { requireNotArchived } from "../../journeys/ask-journey.ts";
import { asGraph, loadJourney } from "../../journeys/load-journey.ts";
import { statusOf } from "../../journeys/status.ts";
import { sayProblems } from "../../journeys/warnings.ts";
import { commandLine } from "../../quote.ts";
import type { Register } from "../../register.ts";
import { printJourney } from "./print-journey.ts";

export const activate: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").action(bind(activateJourney));
};

async function activateJourney(cli: Cli, reference: string): Promise<void> {
  const loaded = await loadJourney(cli, reference);
  requireNotArchived(loaded);
  const { journey } = loaded;
  const { output } = cli;
  if (journey.status === "PUBLISHED" && !journey.hasUnpublishedChanges) {
    printJourney(cli, journey);
    return output.say(`${journey.name} is active already.`);
  }
  const params = { path: { id: journey.id } };
  if (cli.isPlan) {
    const checked = await cli.server.api.POST("/api/journeys/{id}/validate", { params });
    const { problems, canPublish } = answerOf(checked).data;
    output.data(
      { plan: "activate", id: journey.shortId, from: statusOf(journey), canActivate: canPublish, problems },
      "",
    );
    output.say(canPublish ? `Would activate ${journey.name}.` : `${journey.name} cannot be activated yet.`);
    return sayProblems(cli, { ...loaded, journey: { ...journey, status: "PUBLISHED" } }, problems);
  }
  const published = await cli.server.api.POST("/api/journeys/{id}/publish", {
    params,
    body: { revision: journey.revision },
  });
  const { data, warnings } = answerOf(published);
  printJourney(cli, data);
  const version = `version ${data.publishedVersion?.number}`;
  output.say(journey.status === "PAUSED" ? `Resumed ${data.name}, ${version}.` : `Activated ${data.name}, ${version}.`);
  sayProblems(cli, asGraph(data), warnings);
  output.undo(commandLine("journey", "pause", data.shortId, "--yes"));
}
