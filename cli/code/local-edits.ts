import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { hashOf, type Pulled, readLock } from "./lock-file.ts";
import { keyOf, readValues } from "./read-values.ts";
import { complete, type Native } from "./server-journey.ts";

/** Those of the files that say neither what was pulled last nor what the server has now. */
export async function localEdits(
  cli: Cli,
  now: Readonly<Record<string, Pulled>>,
  files: readonly string[],
): Promise<string[]> {
  const lock = await readLock(cli);
  const all = files.flatMap((file) => [file, lock[keyOf(file)]?.file ?? file]);
  const present: string[] = [];
  for (const file of new Set(all)) if (await exists(cli, file)) present.push(file);
  const read = await readValues(cli, present);
  return present.filter((file) => {
    const key = keyOf(file);
    const parsed = read.get(file);
    const hash = parsed !== undefined && "value" in parsed ? hashOfFile(parsed.value) : "";
    return hash !== lock[key]?.hash && hash !== now[key]?.hash;
  });
}

const exists = ({ terminal }: Cli, file: string): Promise<boolean> =>
  access(resolve(terminal.cwd, file)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );

/** The hash of what a file says of its journey; a file that says none was changed. */
function hashOfFile(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { $schema: _, ...native } = value as Native;
  return hashOf(complete(native));
}
