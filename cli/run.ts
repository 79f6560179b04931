import { type Command, CommanderError, type OutputConfiguration } from "commander";
import { SojournProblem } from "#sdk/node";
import { type Bind, type Cli, openCli } from "./cli.ts";
import { CliError, EXIT, type ExitCode, exitCodeOf, Verdict } from "./exit-codes.ts";
import { createProgram } from "./program.ts";
import { applyProject } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command line, without the program's name; returns the exit code. Never throws. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const bind: Bind =
    <Args extends unknown[]>(action: (cli: Cli, ...args: Args) => Promise<void>) =>
    (...given) => {
      // Commander hands over the arguments, the flags of the command, and the command itself.
      const command = given.at(-1) as Command;
      applyProject(terminal.cwd, command);
      return action(openCli(terminal, command), ...(given.slice(0, -1) as Args));
    };
  const program = await createProgram(bind, outputOf(terminal), args);
  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    // Commander has printed what was wrong with the command line, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (terminal.signal.aborted) return EXIT.usage;
    report(error, args.includes("--json"), terminal);
    return exitCodeOf(error);
  }
}

function report(error: unknown, json: boolean, { stderr }: Terminal): void {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Verdict) return void stderr.write(`${message}\n`);
  const findings = error instanceof SojournProblem ? error.errors : error instanceof CliError ? error.findings : [];
  const hint = hintOf(error);
  if (json) {
    const code = error instanceof SojournProblem ? error.code : "cli";
    const told = { error: { code, exit: exitCodeOf(error), message, errors: findings, hint } };
    stderr.write(`${JSON.stringify(told)}\n`);
    return;
  }
  stderr.write(`Error: ${message}\n`);
  // A single finding is often the message itself.
  for (const { pointer, message: text } of findings)
    if (text !== message && `${pointer} ${text}` !== message)
      stderr.write(`  ${pointer ? `${pointer}: ` : ""}${text}\n`);
  if (hint) stderr.write(`${hint}\n`);
}

function hintOf(error: unknown): string | null {
  if (error instanceof CliError) return error.hint;
  if (!(error instanceof SojournProblem)) return null;
  if (error.status === 401) return "Run `sojourn login`, or check SOJOURN_SECRET_KEY.";
  if (error.retryAfterMs !== null) return `Try again in ${Math.ceil(error.retryAfterMs / 1000)} s.`;
  return error.status >= 500 && error.requestId ? `The server's log has the details under ${error.requestId}.` : null;
}

const outputOf = ({ stdout, stderr }: Terminal): OutputConfiguration => ({
  writeOut: (text) => void stdout.write(text),
  writeErr: (text) => void stderr.write(text),
  getOutHelpWidth: () => stdout.columns ?? 100,
  getErrHelpWidth: () => stderr.columns ?? 100,
  getOutHasColors: () => false,
  getErrHasColors: () => false,
});
