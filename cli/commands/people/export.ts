import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { answerOf } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { CliError, EXIT } from "../../exit-codes.ts";
import { findPerson, personName } from "../../people/find-person.ts";
import type { Register } from "../../register.ts";

type Flags = { readonly output?: string };

export const exportPerson: Register = (command, bind) => {
  command
    .argument("<person>", "The person's id")
    .option("-o, --output <file>", "Write it to this file instead of stdout")
    .action(bind(write));
};

async function write(cli: Cli, reference: string, { output }: Flags): Promise<void> {
  const person = await findPerson(cli, reference);
  const name = personName(person);
  if (cli.isPlan) return cli.output.say(`Would export what is stored about ${name}.`);
  const params = { path: { id: person.id } };
  const answer = await cli.server.api.GET("/api/people/{id}/export", { params, parseAs: "text" });
  const text = String(answerOf<unknown>(answer));
  // An answer that ended early has lines, but not the last one.
  if (!/"kind":"end".*\n$/.test(text)) throw new CliError(EXIT.error, "The export ended early. Run the command again.");
  if (output === undefined) {
    cli.terminal.stdout.write(text);
  } else {
    await writeFile(resolve(cli.terminal.cwd, output), text, { mode: 0o600 });
  }
  const rows = text.split("\n").length - 3;
  cli.output.say(`Exported ${rows} ${rows === 1 ? "row" : "rows"} about ${name}.`);
}
