import type { Command } from "commander";
import type { Cli } from "../cli.ts";
import type { Register } from "../register.ts";

export const complete: Register = (command, bind) => {
  command.argument("[words...]", "The words of the command line so far").action(bind(print));
};

async function print(cli: Cli, words: readonly string[]): Promise<void> {
  const found = candidates(cli.program, words);
  cli.output.data(found, found.map((word) => `${word}\n`).join(""));
}

/** Subcommands and flags that may come after these words; the last word is what is being written. */
function candidates(program: Command, words: readonly string[]): string[] {
  const beginning = words.at(-1) ?? "";
  let command = program;
  for (const word of words.slice(0, -1)) command = command.commands.find((one) => one.name() === word) ?? command;
  const names = beginning.startsWith("-")
    ? [...command.options, ...program.options].flatMap(({ long }) => long ?? [])
    : command.commands.map((one) => one.name()).filter((name) => name !== "complete");
  return [...new Set(names)].filter((name) => name.startsWith(beginning)).sort();
}
