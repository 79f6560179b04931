import { Command, type OutputConfiguration } from "commander";
import type { Bind } from "./cli.ts";
import { commands } from "./commands/index.ts";
import { registerAll } from "./register.ts";
import { version } from "./version.ts";

/** The program with its commands: in full those that the words of a command line name, or all with null. */
export async function createProgram(
  bind: Bind,
  output: OutputConfiguration,
  words: readonly string[] | null,
): Promise<Command> {
  const program = new Command("sojourn")
    .description("Create, run and understand customer journeys from the terminal.")
    .version(version, "-V, --version", "Print the version")
    .helpOption("-h, --help", "Print the help of a command")
    .option("--json", "Print data as JSON; streams as one JSON object a line")
    .option("-q, --quiet", "Leave out warnings about the journey's graph")
    .option("-y, --yes", "Answer every question with yes")
    .option("--no-input", "Never ask; fail where an answer is needed")
    .option("--profile <name>", "Use the server of this login")
    .option("--plan", "Only say what would be done")
    .option("--dry-run", "The same as --plan")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: true })
    .configureOutput(output)
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText("after", AFTER_HELP);
  await registerAll(program, commands, bind, words && new Set(words));
  return program;
}

const AFTER_HELP = `
The server and the key come from --profile, from SOJOURN_URL and SOJOURN_SECRET_KEY, or from the last login.
Exit codes: 0 done, 1 error, 2 wrong usage, cancelled, or changes found, 3 not valid, 4 not signed in, 5 not found, 6 conflict, 7 too many requests.`;
