import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DIALECT_KEYS, dialects } from "#dialects";
import { readChoice } from "../arguments.ts";
import type { Cli } from "../cli.ts";
import { usage } from "../exit-codes.ts";
import { loadJourney } from "../journeys/load-journey.ts";
import type { Register } from "../register.ts";

type Flags = { readonly format: string; readonly output?: string };

export const exportJourney: Register = (command, bind) => {
  command
    .argument("<journey>", "The journey's id, key or number")
    .option("--format <format>", `One of ${DIALECT_KEYS.join(", ")}`, "transition-graph")
    .option("-o, --output <file>", "Write it to this file instead of stdout")
    .action(bind(write));
};

async function write(cli: Cli, reference: string, { format, output }: Flags): Promise<void> {
  const dialect = findDialect(format);
  const { draft } = await loadJourney(cli, reference);
  const { foreign, losses } = dialect.write(draft);
  const text = `${JSON.stringify(foreign, null, 2)}\n`;
  for (const { message } of losses) cli.output.say(`Not in the file: ${message}`);
  if (output === undefined) return cli.output.data(foreign, text);
  if (cli.isPlan) return cli.output.say(`Would write ${draft.name} to ${output}.`);
  await writeFile(resolve(cli.terminal.cwd, output), text);
  cli.output.say(`Wrote ${draft.name} to ${output}.`);
}

/** The format of a name. */
export function findDialect(format: string) {
  const key = readChoice("--format", format, DIALECT_KEYS);
  const found = dialects.find((dialect) => dialect.key === key);
  if (!found) throw usage(`--format ${key} is not in this release.`);
  return found;
}
