import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { readDataTypes } from "../code/data-types.ts";
import { typesText } from "../code/typescript/write-types.ts";
import type { Register } from "../register.ts";

type Flags = { readonly out?: string; readonly strict?: boolean };

export const types: Register = (command, bind) => {
  command
    .option("--out <file>", "Write them to this file instead of stdout: sojourn-types.d.ts")
    .option("--strict", "Allow only names that were seen; otherwise they are suggestions")
    .action(bind(print));
};

async function print(cli: Cli, { out, strict = false }: Flags): Promise<void> {
  const seen = await readDataTypes(cli);
  const text = typesText(seen, strict);
  if (out === undefined) return cli.output.data(seen, text);
  const told = `${seen.events.length} events and ${seen.traits.fields.length} traits`;
  if (cli.isPlan) return cli.output.say(`Would write ${told} to ${out}.`);
  await writeFile(resolve(cli.terminal.cwd, out), text);
  cli.output.say(`Wrote ${told} to ${out}.`);
}
