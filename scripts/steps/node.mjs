import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { root, say } from "./terminal.mjs";

const WANTED = 24;
const OLDEST_WITH_TYPES = [22, 18];

/**
 * The size of the young generation, in MB: a batch of thousands of signals outlives the default 16, and collecting it
 * took a quarter of the engine's time; with this, Node needs a fifth less time per signal. Costs up to 200 MB under
 * load.
 */
export const roomFlags = ["--min-semi-space-size=64", "--max-semi-space-size=64"];

export const hasRoom = () => roomFlags.every((flag) => process.execArgv.includes(flag));

/** The Node of the lockfile, else the one that runs now. */
export function findNode() {
  const own = join(root, "node_modules", ".bin", "node");
  return existsSync(own) ? own : process.execPath;
}

/** Whether this process can run TypeScript. */
export function isWantedNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major >= WANTED) return true;
  if (findNode() !== process.execPath && existsSync(findNode())) return false;
  if (major > OLDEST_WITH_TYPES[0] || (major === OLDEST_WITH_TYPES[0] && minor >= OLDEST_WITH_TYPES[1])) return true;
  say(`Sojourn needs Node 22.18 or newer on ${process.platform}-${process.arch}; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Continues in another process with the same terminal, signals and exit code. */
export function continueIn(program, args, env = process.env) {
  const child = spawn(program, args, { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  const forward = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, forward);
  child.on("error", (error) => {
    say(`${program} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** Ends when the parent process ends, even if that was killed. */
export function endWithParent() {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  if (!process.env.npm_lifecycle_event) return;
  const before = findStarters();
  const watch = setInterval(() => {
    if (findStarters() === before) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 200);
  watch.unref();
}

/** npm, and the shell that npm puts between itself and a script: that shell does not notice when npm ends. */
function findStarters() {
  try {
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, "utf8")) ?? [];
    return /^(ba|da|z)?sh$/.test(name) ? `${process.ppid} ${parent}` : `${process.ppid}`;
  } catch {
    return `${process.ppid}`;
  }
}
