import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isAlive } from "../postmaster.ts";

/** Where this process prepares the folder `path`, which then gets its name at once. Those of ended processes are removed. */
export async function unfinishedFolder(path: string): Promise<string> {
  const start = `${basename(path)}.unfinished-`;
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    if (!name.startsWith(start)) continue;
    const pid = Number(name.slice(start.length));
    if (pid === process.pid || !isAlive(pid)) await rm(join(dirname(path), name), { recursive: true, force: true });
  }
  return `${path}.unfinished-${process.pid}`;
}
