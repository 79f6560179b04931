import { setTimeout as sleep } from "node:timers/promises";
import { answerOf } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { CliError, EXIT } from "../../exit-codes.ts";
import { findPerson, personName } from "../../people/find-person.ts";
import type { Register } from "../../register.ts";

const PAUSE_MS = 500;

export const erase: Register = (command, bind) => {
  command.argument("<person>", "The person's id").action(bind(erasePerson));
};

async function erasePerson(cli: Cli, reference: string): Promise<void> {
  const person = await findPerson(cli, reference);
  const name = personName(person);
  if (cli.isPlan) return cli.output.data({ plan: "erase", id: person.id }, `Would erase ${name} from every table.\n`);
  await cli.confirm(`Erase ${name} from every table? There is no undo.`);
  const { api } = cli.server;
  const params = { path: { id: person.id } };
  let { operation } = answerOf(await api.DELETE("/api/people/{id}", { params })).data;
  cli.output.say("A second pass after five seconds takes what arrived meanwhile …");
  while (operation.finishedAt === null) {
    await sleep(PAUSE_MS, undefined, { signal: cli.terminal.signal });
    operation = answerOf(await api.GET("/api/operations/{id}", { params: { path: { id: operation.id } } })).data;
  }
  if (operation.status !== "done")
    throw new CliError(EXIT.error, `The erasure is ${operation.status}. ${operation.error ?? ""}`.trim());
  const erased = Object.entries((operation.result?.erased ?? {}) as Record<string, number>);
  const rows = erased.filter(([, count]) => count > 0).map(([table, count]) => [table, String(count)]);
  cli.output.table(
    { receipt: operation.id, finishedAt: operation.finishedAt, erased: Object.fromEntries(erased) },
    {
      heading: ["TABLE", "ROWS"],
      rows,
    },
  );
  cli.output.say(`Erased ${name}. The receipt stays under ${operation.id}.`);
}
