import { homedir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import type { Prompts, Terminal } from "./terminal.ts";

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const abort = new AbortController();
  process.once("SIGINT", () => abort.abort());
  // A reader that has seen enough, as `head`, closes the pipe: that is no error.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  return {
    stdout,
    stderr,
    isInteractive: Boolean(stdin.isTTY && stderr.isTTY),
    stdin,
    readStdin: () => readText(stdin),
    prompts,
    env,
    cwd: process.cwd(),
    configDir: join(env.XDG_CONFIG_HOME || join(homedir(), ".config"), "sojourn"),
    now: Date.now,
    signal: abort.signal,
  };
}

/** Asked on stderr, as stdout is for data; loaded only when there is something to ask. */
const prompts: Prompts = {
  confirm: async (message) => answered((await clack()).confirm({ message, initialValue: false, output })),
  text: async (message, initialValue) => answered((await clack()).text({ message, initialValue, output })),
  secret: async (message) => answered((await clack()).password({ message, output })),
};

const output = process.stderr;
const clack = () => import("@clack/prompts");

async function answered<Value>(asked: Promise<Value>): Promise<Exclude<Value, symbol> | null> {
  const value = await asked;
  return typeof value === "symbol" ? null : (value as Exclude<Value, symbol>);
}
