import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { hashOf, readLock } from "./lock-file.ts";
import { readNative } from "./read-native.ts";
import { keyOf, readValues } from "./read-values.ts";
import { complete, type Native, type ServerJourney } from "./server-journey.ts";

/** Those of the files that say neither what was pulled last nor what the server has now. */
export async function localEdits(
  cli: Cli,
  now: Readonly<Record<string, ServerJourney>>,
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
    const foreign = parsed !== undefined && "value" in parsed ? journeyIn(parsed.value) : null;
    if (foreign === null) return true;
    return hashOf(complete(foreign)) !== lock[key]?.hash && !isAsNow(foreign, now[key]);
  });
}

/** Whether a file would change nothing: what it leaves out stays as the server has it. */
function isAsNow(foreign: Native, found: ServerJourney | undefined): boolean {
  if (found === undefined) return false;
  const { native } = readNative({ ...found.native, ...foreign }, found);
  return native !== null && hashOf(native) === hashOf(found.native);
}

const exists = ({ terminal }: Cli, file: string): Promise<boolean> =>
  access(resolve(terminal.cwd, file)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );

/** The journey that a file says, without the reference to its schema; null if it says none. */
function journeyIn(value: unknown): Native | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { $schema: _, ...native } = value as Native;
  return native;
}
