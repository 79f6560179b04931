import { answerOf, type Connection, connectApi, type TakenBundle } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { findConnection } from "../connection.ts";
import { usage } from "../exit-codes.ts";
import type { Register } from "../register.ts";

type Flags = { readonly from?: string; readonly to: string };
type Part = TakenBundle["parts"][number];

export const promote: Register = (command, bind) => {
  command
    .argument("<journey>", "Its id, key or number")
    .option("--from <profile>", "The login of the workspace that it is in; the one in use by default")
    .requiredOption("--to <profile>", "The login of the workspace that it is taken to")
    .action(bind(take));
};

async function take(cli: Cli, reference: string, { from, to }: Flags): Promise<void> {
  const [source, target] = [connect(cli, from ?? cli.flags.profile), connect(cli, to)];
  const params = { path: { id: reference } };
  const { data: bundle } = answerOf(await source.api.GET("/api/journeys/{id}/bundle", { params }));
  const ask = async (dryRun: boolean) =>
    answerOf(await target.api.POST("/api/bundles", { body: { bundle, dryRun } })).data;
  const ahead = await ask(true);
  const changes = ahead.parts.filter(({ change }) => change !== "unchanged");
  if (changes.length === 0) {
    cli.output.data(ahead, "");
    return cli.output.say(`Everything of ${bundle.key} is in ${to} already.`);
  }
  if (cli.isPlan) return print(cli, ahead);
  if (!cli.flags.yes) cli.output.say(ahead.parts.map(lineOf).join("\n"));
  await cli.confirm(`Take ${bundle.key} to ${to}: ${countsOf(changes)}?`);
  const done = await ask(false);
  print(cli, done);
  for (const { message } of done.warnings) cli.output.say(`Warning: ${message}`);
  cli.output.say(`Took ${bundle.key} to ${to} as a draft. Look at it there, and activate it.`);
}

function connect({ terminal }: Cli, profile: string | undefined): Connection {
  const connection = findConnection(terminal, profile);
  try {
    return connectApi(connection);
  } catch (error) {
    throw usage((error as Error).message);
  }
}

function print({ output }: Cli, taken: TakenBundle): void {
  output.table(taken, {
    heading: ["CHANGE", "KIND", "KEY", "FIELDS"],
    rows: taken.parts.map(({ change, kind, key, fields }) => [change, kind, key, fields.join(", ")]),
  });
}

const lineOf = ({ change, kind, key, fields }: Part): string =>
  `${change} ${kind} ${key}${fields.length > 0 ? ` (${fields.join(", ")})` : ""}`;

function countsOf(parts: readonly Part[]): string {
  const count = (change: Part["change"]) => parts.filter((part) => part.change === change).length;
  return `${count("created")} to create, ${count("changed")} to change`;
}
