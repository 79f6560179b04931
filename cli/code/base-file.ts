import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Cli } from "../cli.ts";
import { hashOf, type Pulled } from "./lock-file.ts";
import type { Native } from "./server-journey.ts";

const fileOf = ({ terminal }: Cli, key: string): string => join(terminal.cwd, ".sojourn", "base", `${key}.json`);

/** The journey as it was when it was last pulled or applied; null if there is no copy that the lock file speaks of. */
export async function readBase(cli: Cli, key: string, pulled: Pulled | undefined): Promise<Native | null> {
  if (pulled === undefined) return null;
  const text = await readFile(fileOf(cli, key), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const native = JSON.parse(text) as Native;
    return hashOf(native) === pulled.hash ? native : null;
  } catch {
    return null;
  }
}

/** Keeps a copy to merge with later, before the lock file speaks of it; null removes it. */
export async function writeBase(cli: Cli, key: string, native: Native | null): Promise<void> {
  const file = fileOf(cli, key);
  if (native === null) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, `${JSON.stringify(native, null, 2)}\n`);
  await rename(`${file}.${process.pid}`, file);
}
