import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isAlive } from "./postmaster.ts";
import { giveToUser, spawnAsUser } from "./user.ts";

const UNFINISHED = "postgres.new-";

/** The data folder of the server and the password of its superuser; created at first start. */
export async function ensureCluster(binaries: string, dataDir: string): Promise<{ folder: string; password: string }> {
  const folder = join(dataDir, "postgres");
  const passwordFile = join(folder, "sojourn.password");
  if (!existsSync(folder)) takeRestored(dataDir);
  if (!existsSync(join(folder, "PG_VERSION"))) await createCluster(binaries, dataDir, folder);
  giveToUser(folder);
  return { folder, password: readFileSync(passwordFile, "utf8").trim() };
}

/** Where a restored database waits for the moment at which the former one is put aside. */
export const restoredFolder = (dataDir: string): string => join(dataDir, "postgres.restored");

/** Gives a restored database its place, which is empty; a restore that died before this left it to the next start. */
export function takeRestored(dataDir: string): void {
  if (existsSync(restoredFolder(dataDir))) renameSync(restoredFolder(dataDir), join(dataDir, "postgres"));
}

// Created in another folder and then renamed, so that a killed start does not leave an incomplete one.
async function createCluster(binaries: string, dataDir: string, folder: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unfinished = join(dataDir, `${UNFINISHED}${process.pid}`);
  for (const name of readdirSync(dataDir)) if (name.startsWith(UNFINISHED)) removeIfAbandoned(dataDir, name);
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o644 });
  giveToUser(unfinished);
  await runInitdb(binaries, unfinished, passwordFile);
  renameSync(passwordFile, join(unfinished, "sojourn.password"));
  chmodSync(join(unfinished, "sojourn.password"), 0o600);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process that started at the same time was first; its folder is used.
    if (!existsSync(join(folder, "PG_VERSION"))) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

async function runInitdb(binaries: string, folder: string, passwordFile: string): Promise<void> {
  const args = ["-D", folder, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  args.push("-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8");
  const child = spawnAsUser(join(binaries, "initdb"), args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The embedded PostgreSQL could not be set up in ${folder}:\n${output.trim()}`);
}

function removeIfAbandoned(dataDir: string, name: string): void {
  const pid = Number(name.slice(UNFINISHED.length).replace(".password", ""));
  if (pid === process.pid || !isAlive(pid)) rmSync(join(dataDir, name), { recursive: true, force: true });
}
