import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { readValues } from "./read-values.ts";
import type { Native } from "./server-journey.ts";

/** A file that is there; the value is null where it cannot be read as a journey. */
export type LocalFile = { readonly file: string; readonly value: Native | null };

/** Those of the files that exist, with what they say. */
export async function localFiles(cli: Cli, files: ReadonlySet<string>): Promise<LocalFile[]> {
  const present: string[] = [];
  for (const file of files) if (await exists(cli, file)) present.push(file);
  const read = await readValues(cli, present);
  return present.map((file) => {
    const parsed = read.get(file);
    return { file, value: parsed !== undefined && "value" in parsed ? asNative(parsed.value) : null };
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

const asNative = (value: unknown): Native | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Native) : null;
