import { answerOf } from "#sdk/node";
import { readChoice } from "../../arguments.ts";
import type { Cli } from "../../cli.ts";
import { askJourney, requireNotArchived } from "../../journeys/ask-journey.ts";
import { peopleIn } from "../../journeys/people-in.ts";
import { commandLine } from "../../quote.ts";
import type { Register } from "../../register.ts";
import { printJourney } from "./print-journey.ts";

const MODES = ["queue", "hold", "drain"] as const;
type Mode = (typeof MODES)[number];

const MEANING: Readonly<Record<Mode, string>> = {
  queue: "nobody new enters, their actions queue, transitions continue",
  hold: "nobody new enters, and they stay at their step",
  drain: "nobody new enters, and they continue",
};

export const pause: Register = (command, bind) => {
  command
    .argument("<journey>", "Its id, key or number")
    .option("--mode <mode>", `What happens to people inside: ${MODES.join(", ")}`, "queue")
    .action(bind(pauseJourney));
};

async function pauseJourney(cli: Cli, reference: string, flags: { readonly mode: string }): Promise<void> {
  const pauseMode = readChoice("--mode", flags.mode, MODES);
  const journey = await askJourney(cli, reference);
  requireNotArchived({ journey });
  if (journey.status === "PAUSED" && journey.pauseMode === pauseMode) {
    printJourney(cli, journey);
    return cli.output.say(`${journey.name} is paused already.`);
  }
  const consequence = `${peopleIn(journey)}: ${MEANING[pauseMode]}.`;
  if (cli.isPlan) {
    const { active } = journey._count;
    return cli.output.data(
      { plan: "pause", id: journey.shortId, pauseMode, active },
      `Would pause ${journey.name}. ${consequence}\n`,
    );
  }
  if (journey._count.active > 0) await cli.confirm(`Pause ${journey.name}? ${consequence}`);
  const params = { path: { id: journey.id } };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/{id}/pause", { params, body: { pauseMode } }));
  printJourney(cli, data);
  cli.output.say(`Paused ${data.name}. ${consequence}`);
  cli.output.undo(commandLine("journey", "activate", data.shortId));
}
