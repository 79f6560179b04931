import { isEntry } from "#journey";
import { answerOf } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { loadJourney } from "../journeys/load-journey.ts";
import type { Register } from "../register.ts";

const BAR = 30;

export const funnel: Register = (command, bind) => {
  command.argument("<journey>", "The journey's id, key or number").action(bind(showFunnel));
};

async function showFunnel(cli: Cli, reference: string): Promise<void> {
  const loaded = await loadJourney(cli, reference);
  const params = { path: { id: loaded.journey.id } };
  const { data } = answerOf(await cli.server.api.GET("/api/journeys/{id}/stats", { params }));
  const { enrolled, converted } = data.totals;
  const share = (count: number) => (enrolled === 0 ? 0 : count / enrolled);
  const steps = data.nodes
    .filter((node) => node.current && !isEntry(node))
    .map(({ name, entered, waiting, exited, failed }) => ({
      name,
      entered,
      share: share(entered),
      waiting,
      exited,
      failed,
    }));
  const value = { id: loaded.journey.shortId, enrolled, steps, converted, conversionRate: share(converted) };
  const bar = (part: number) => "█".repeat(Math.round(Math.min(1, part) * BAR));
  const rows = steps.map((step) => [
    step.name,
    String(step.entered),
    `${(step.share * 100).toFixed(1)} %`,
    String(step.waiting),
    bar(step.share),
  ]);
  cli.output.table(value, { heading: ["NODE", "ENTERED", "SHARE", "WAITING", ""], rows });
  cli.output.say(`${enrolled} enrolled, ${converted} reached the goal (${(share(converted) * 100).toFixed(1)} %).`);
}
