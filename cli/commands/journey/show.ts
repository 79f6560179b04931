import { answerOf } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { askJourney } from "../../journeys/ask-journey.ts";
import type { Whole } from "../../journeys/print-whole.ts";
import type { Register } from "../../register.ts";

export const show: Register = (command, bind) => {
  command.argument("<journey>", "Its id, key or number").action(bind(showJourney));
};

async function showJourney(cli: Cli, reference: string): Promise<void> {
  // What prints a graph takes as long to load as the server to answer.
  const [whole, { printWhole }] = await Promise.all([ask(cli, reference), import("../../journeys/print-whole.ts")]);
  printWhole(cli, whole);
}

/** Asked for at once: one after another they take twice as long. */
async function ask(cli: Cli, reference: string): Promise<Whole> {
  const params = { path: { id: reference } };
  const { api } = cli.server;
  const [journey, stats, checked] = await Promise.all([
    askJourney(cli, reference),
    api.GET("/api/journeys/{id}/stats", { params }),
    api.POST("/api/journeys/{id}/validate", { params }),
  ]);
  return { journey, totals: answerOf(stats).data.totals, problems: answerOf(checked).data.problems };
}
