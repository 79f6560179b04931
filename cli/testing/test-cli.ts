import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { ExitCode } from "../exit-codes.ts";
import { runCli } from "../run.ts";
import type { Prompts, Sink, Terminal } from "../terminal.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export type Run = { readonly code: ExitCode; readonly stdout: string; readonly stderr: string };

export type TestTerminal = {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether people see it and can answer. */
  readonly isTTY?: boolean;
  /** A stream for what is written while the command runs. */
  readonly stdin?: string | Readable;
  readonly answers?: Partial<Prompts>;
  readonly configDir?: string;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** Called with each piece of stdout, for streams. */
  readonly onStdout?: (text: string) => void;
};

const refuse = async (question: string): Promise<never> => {
  throw new Error(`asked ${question}`);
};

/** Runs the CLI in this process on streams of its own: `sojourn("journey list --json")`; a list takes words as they are. */
export async function runInTest(line: string | readonly string[], given: TestTerminal = {}): Promise<Run> {
  const { isTTY = false } = given;
  const stdin = given.stdin instanceof Readable ? given.stdin : Readable.from(given.stdin ? [given.stdin] : []);
  const texts = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof texts): Sink => ({
    isTTY,
    columns: 100,
    write: (text) => {
      texts[name] += text;
      if (name === "stdout") given.onStdout?.(text);
    },
  });
  const terminal: Terminal = {
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    isInteractive: isTTY,
    stdin,
    readStdin: () => text(stdin),
    prompts: { confirm: refuse, text: refuse, secret: refuse, ...given.answers },
    env: { NO_COLOR: "1", ...given.env },
    cwd: given.cwd ?? tmpdir(),
    configDir: given.configDir ?? temporaryFolder(),
    now: Date.now,
    signal: given.signal ?? new AbortController().signal,
  };
  const code = await runCli(typeof line === "string" ? words(line) : line, terminal);
  return { code, ...texts };
}

/** A command line as a shell takes it apart: spaces, quotes, and lines that end in a backslash. */
export function words(line: string): string[] {
  const found = line.replaceAll("\\\n", " ").matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"]+)+/g);
  return [...found].map(([word]) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, one, other) => one ?? other));
}

/** What a function of the CLI needs of a terminal, without a command. */
export const testCli = (stderr: (text: string) => void): { readonly terminal: Pick<Terminal, "stderr"> } => ({
  terminal: { stderr: { write: stderr } },
});
