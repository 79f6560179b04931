import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type Finished = { readonly code: number; readonly output: string };

/** Runs a program of a package (its script, below node_modules) with this Node. `quiet` captures its output. */
export async function runProgram(script: string, args: readonly string[], { quiet = false } = {}): Promise<Finished> {
  // Each program sets this itself.
  const { NODE_ENV: _, ...environment } = process.env;
  const child = spawn(process.execPath, [join("node_modules", script), ...args], {
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    env: environment as NodeJS.ProcessEnv,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (output += part));
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", forward).on("SIGTERM", forward);
  const [code] = await once(child, "close");
  process.off("SIGINT", forward).off("SIGTERM", forward);
  return { code: code ?? 1, output };
}
