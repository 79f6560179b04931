import type { Command } from "commander";
import { type Connection, connectApi } from "#sdk/node";
import { findConnection } from "./connection.ts";
import { CliError, EXIT } from "./exit-codes.ts";
import { Output } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** The flags that every command takes. */
export type GlobalFlags = {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly yes?: boolean;
  readonly input: boolean;
  readonly profile?: string;
  readonly plan?: boolean;
  readonly dryRun?: boolean;
};

/** What a command works with. */
export type Cli = {
  readonly terminal: Terminal;
  /** The program with the commands of this command line. */
  readonly program: Command;
  readonly flags: GlobalFlags;
  readonly output: Output;
  /** Whether the command is only to say what it would do. */
  readonly isPlan: boolean;
  /** The server; made at the first use, as some commands need none. */
  readonly server: Connection;
  /** Goes on after a yes: by `--yes`, or by a person at a terminal. Ends the command otherwise. */
  readonly confirm: (question: string) => Promise<void>;
};

export function openCli(terminal: Terminal, command: Command): Cli {
  const flags = command.optsWithGlobals<GlobalFlags>();
  const output = new Output(terminal, flags.json ?? false);
  let server: Connection | undefined;
  return {
    terminal,
    program: rootOf(command),
    flags,
    output,
    isPlan: Boolean(flags.plan || flags.dryRun),
    get server() {
      server ??= connectApi(findConnection(terminal, flags.profile));
      return server;
    },
    confirm: (question) => confirm(terminal, flags, question),
  };
}

const rootOf = (command: Command): Command => (command.parent ? rootOf(command.parent) : command);

async function confirm(terminal: Terminal, flags: GlobalFlags, question: string): Promise<void> {
  if (flags.yes) return;
  if (!terminal.isInteractive || !flags.input) {
    throw new CliError(EXIT.usage, question, { hint: "Add --yes to go ahead." });
  }
  if (!(await terminal.prompts.confirm(question))) throw new CliError(EXIT.usage, "Cancelled: nothing was changed.");
}

/** Makes an action of commander's of a command's function, which gets the CLI before the arguments and flags. */
export type Bind = <Args extends unknown[]>(
  action: (cli: Cli, ...args: Args) => Promise<void>,
) => (...given: unknown[]) => Promise<void>;
