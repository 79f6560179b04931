import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type ServerProcess = { readonly url: string; readonly port: number; readonly kill: () => Promise<void> };

/** A server in a process of its own; `kill` ends it as a crash does. */
export async function startServerProcess(databaseUrl: string, port = 0): Promise<ServerProcess> {
  const program = join(import.meta.dirname, "server-process.ts");
  const child = spawn(process.execPath, [program, databaseUrl, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await firstLine(child);
  return {
    url,
    port: Number(new URL(url).port),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes("\n")) return text.slice(0, text.indexOf("\n"));
  }
  throw new Error("the server process ended before it listened");
}
