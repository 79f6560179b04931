import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { parseText } from "./file-text.ts";
import { hashOf, type Pulled, readLock } from "./lock-file.ts";
import { keyOf } from "./read-files.ts";
import { complete, type Native } from "./server-journey.ts";

/** Those of the files that say neither what was pulled last nor what the server has now. */
export async function localEdits(
  cli: Cli,
  now: Readonly<Record<string, Pulled>>,
  files: readonly string[],
): Promise<string[]> {
  const lock = await readLock(cli);
  const edited: string[] = [];
  for (const target of files) {
    const key = keyOf(target);
    for (const file of new Set([target, lock[key]?.file ?? target])) {
      const hash = await hashOfFile(cli, file);
      if (hash !== null && hash !== lock[key]?.hash && hash !== now[key]?.hash) edited.push(file);
    }
  }
  return edited;
}

/** The hash of what a file says; null if there is none. */
async function hashOfFile({ terminal }: Cli, file: string): Promise<string | null> {
  const text = await readFile(resolve(terminal.cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = parseText(file, text);
  const isObject = "value" in parsed && typeof parsed.value === "object" && parsed.value !== null;
  return isObject ? hashOf(complete(parsed.value as Native)) : "";
}
