import { answerOf } from "#sdk/node";
import { readCount } from "../arguments.ts";
import type { Cli } from "../cli.ts";
import type { Register } from "../register.ts";

type Flags = { readonly days: string; readonly people: string };

export const backtest: Register = (command, bind) => {
  command
    .argument("<journey>", "The journey's id, key or number")
    .option("--days <count>", "Over the events of so many days, 90 at most", "30")
    .option("--people <count>", "Of so many people, 5000 at most", "1000")
    .action(bind(run));
};

async function run(cli: Cli, reference: string, flags: Flags): Promise<void> {
  const body = { days: readCount("--days", flags.days, 90), people: readCount("--people", flags.people, 5_000) };
  const params = { path: { id: reference } };
  const { data } = answerOf(await cli.server.api.POST("/api/journeys/{id}/backtest", { params, body }));
  const count = (value: number | null) => (value === null ? "-" : String(value));
  const { draft, live } = data;
  const totals = (["enrolled", "active", "completed", "stopped", "failed", "converted"] as const).map((name) => [
    name,
    String(draft.totals[name]),
    count(live?.totals[name] ?? null),
  ]);
  const nodes = data.differences.map((difference) => [
    difference.name,
    count(difference.draft),
    count(difference.live),
  ]);
  cli.output.table(data, { heading: ["", "DRAFT", "LIVE"], rows: [...totals, ...nodes] });
  cli.output.say(`${data.events} events of ${data.people} people since ${data.from}; nothing was sent.`);
  for (const text of data.unknown) cli.output.say(`Not known: ${text}`);
}
