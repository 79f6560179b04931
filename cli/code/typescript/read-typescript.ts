import { fork } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CliError, EXIT } from "../../exit-codes.ts";
import type { Terminal } from "../../terminal.ts";
import type { Finding } from "../finding.ts";
import type { Told } from "./evaluate.ts";
import { faultOf } from "./fault-of.ts";

/** A journey file that runs longer waits for something, or never ends. */
const LIMIT_MS = 10_000;

// In the published folder the files of this one stand beside it.
const isBuilt = !import.meta.url.endsWith(".ts");
const PROGRAM = new URL(isBuilt ? "./evaluate.mjs" : "./evaluate.ts", import.meta.url);
const BUILDER = new URL(isBuilt ? "./journeys.mjs" : "../../../sdk/journeys/index.ts", import.meta.url).href;

type Cli = { readonly terminal: Pick<Terminal, "stderr"> };
export type Read = { readonly value: unknown } | { readonly finding: Finding };

/**
 * Reads files of TypeScript, given as names and paths, each with Node's own removal of types in a process that can
 * neither write, start others nor use the network, and that has no key of the server.
 */
export async function readTypescript(
  cli: Cli,
  files: ReadonlyMap<string, string>,
  limitMs = LIMIT_MS,
): Promise<Map<string, Read>> {
  if (files.size > 0) requireTypescript();
  const names = new Map([...files].map(([name, path]) => [pathToFileURL(path).href, name]));
  const read = new Map<string, Read>();
  while (read.size < files.size) {
    const left = [...names].filter(([, name]) => !read.has(name)).map(([url]) => url);
    const ended = await evaluate(cli, left, limitMs, (url, one) => read.set(names.get(url) ?? url, one));
    const name = names.get(ended?.url ?? "");
    // A process that was ended by time ended at one file; the others are read by a new one.
    if (name !== undefined && ended !== null) read.set(name, { finding: { pointer: name, message: ended.message } });
    else if (ended !== null) throw new Error(`The TypeScript files could not be read: ${ended.message}`);
  }
  return read;

  function evaluate(
    { terminal }: Cli,
    urls: readonly string[],
    limit: number,
    take: (url: string, one: Read) => void,
  ): Promise<{ readonly url: string | null; readonly message: string } | null> {
    const child = fork(fileURLToPath(PROGRAM), [], {
      execArgv: ["--permission", "--allow-fs-read=*", "--disable-warning=ExperimentalWarning"],
      env: { NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (text: Buffer) => terminal.stderr.write(text.toString()));
    return new Promise((resolve) => {
      let at: string | null = null;
      let message: string | null = null;
      const stop = () => {
        message = `did not end within ${limit / 1_000} s`;
        child.kill("SIGKILL");
      };
      let timer = setTimeout(stop, limit);
      child.on("message", (told: Told) => {
        clearTimeout(timer);
        timer = setTimeout(stop, limit);
        if ("begins" in told) at = told.begins;
        else {
          at = null;
          const name = names.get(told.file) ?? told.file;
          take(told.file, "value" in told ? { value: told.value } : { finding: faultOf(name, told.file, told.error) });
        }
      });
      child.on("error", (error) => {
        message = error.message;
      });
      child.on("close", (code, signal) => {
        clearTimeout(timer);
        const isWhole = message === null && at === null && code === 0;
        resolve(isWhole ? null : { url: at, message: message ?? `ended its process with ${signal ?? code}` });
      });
      child.send({ builder: BUILDER, files: urls });
    });
  }
}

function requireTypescript(): void {
  if (process.features.typescript) return;
  throw new CliError(EXIT.error, `TypeScript files need Node 22.18 or newer; this is ${process.version}.`, {
    hint: "Use a newer Node, or write the journeys as JSON or YAML: `sojourn pull --format yaml`.",
  });
}
