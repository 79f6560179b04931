import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chownSync, lchownSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const NOBODY = 65_534;

/** How this machine can run PostgreSQL, which refuses to run as root. */
type Runner = { readonly prefix: readonly string[]; readonly owner: number | null };

const isRoot = () => process.getuid?.() === 0;
const works = (command: readonly string[]) =>
  spawnSync(command[0] ?? "", command.slice(1), { stdio: "ignore" }).status === 0;

let chosen: Runner | undefined;

function chooseRunner(): Runner {
  const namespace = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
  if (!isRoot()) return { prefix: [], owner: null };
  if (works([...namespace, "true"])) return { prefix: namespace, owner: 0 };
  const other = ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
  // If the home folder has mode 0700, the other user needs this capability to reach the programs and the data.
  const reaching = [...other, "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return { prefix: works([...reaching, "true"]) ? reaching : other, owner: NOBODY };
}

function runner(): Runner {
  chosen ??= chooseRunner();
  return chosen;
}

/** Starts a PostgreSQL program as a user it accepts; on Linux it gets `SIGINT` when this process dies. */
export function spawnAsUser(program: string, args: readonly string[], options: SpawnOptions & { follow?: boolean }) {
  const { follow, ...rest } = options;
  const die =
    follow && process.platform === "linux" && works(["setpriv", "--version"]) ? ["setpriv", "--pdeathsig", "INT"] : [];
  const [command = program, ...before] = [...runner().prefix, ...die, program];
  return spawn(command, [...before, ...args], rest);
}

/** Changes the owner of a folder and its contents to the user that runs PostgreSQL. */
export function giveToUser(path: string): void {
  const { owner } = runner();
  if (owner === null || statSync(path).uid === owner) return;
  chownSync(path, owner, owner);
  for (const name of readdirSync(path, { recursive: true })) lchownSync(join(path, String(name)), owner, owner);
}
