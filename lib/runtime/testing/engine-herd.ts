import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("./engine-process.ts", import.meta.url));

/** Several engine processes on one database. Any of them may be killed; another one replaces it. */
export class EngineHerd {
  readonly #args: readonly string[];
  readonly #running: ChildProcess[] = [];
  kills = 0;

  constructor(...args: readonly string[]) {
    this.#args = args;
  }

  async start(count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      const child = spawn(process.execPath, [PROGRAM, ...this.#args], { stdio: ["ignore", "pipe", "ignore"] });
      if (child.stdout) await once(child.stdout, "data");
      this.#running.push(child);
    }
  }

  /** Kills the engine that has run longest with `kill -9`, and starts a new one. */
  async replaceOldest(): Promise<void> {
    await this.#kill(this.#running.shift());
    this.kills += 1;
    await this.start(1);
  }

  async killAll(): Promise<void> {
    for (const child of this.#running.splice(0)) await this.#kill(child);
  }

  async #kill(child: ChildProcess | undefined): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}
