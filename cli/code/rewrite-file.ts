import { rename, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { splitFile } from "./file-head.ts";
import { changedText, type Format, fileText } from "./file-text.ts";
import { keyOf, readIfThere, readValues } from "./read-values.ts";
import type { Native } from "./server-journey.ts";

const formatOf = (file: string): Format => (/\.ya?ml$/i.test(file) ? "yaml" : /\.ts$/i.test(file) ? "ts" : "json");

/** Writes what a file says now, and leaves what it says beside the journey. */
export async function rewriteFile(cli: Cli, file: string, native: Native): Promise<void> {
  const parsed = (await readValues(cli, [file])).get(file);
  const { beside } = parsed && "value" in parsed ? splitFile(parsed.value as Native) : { beside: {} };
  await writeFileOf(cli, { file, format: formatOf(file), schema: null }, { ...beside, ...native });
}

type Target = { readonly file: string; readonly format: Format; readonly schema: string | null };

/** Writes a journey into a file; of one that is there the comments stay. Written beside it and moved into place. */
export async function writeFileOf(cli: Cli, { file, format, schema }: Target, native: Native): Promise<void> {
  const written = { key: keyOf(file), schema };
  const old = await readIfThere(cli, file);
  const { text, isWhole } =
    old === null
      ? { text: fileText(format, native, written), isWhole: true }
      : changedText(format, old, native, written);
  if (!isWhole) cli.output.say(`Warning: ${file}: comments were lost, as the file had to be written again.`);
  const path = resolve(cli.terminal.cwd, file);
  await writeFile(`${path}.${process.pid}`, text);
  await rename(`${path}.${process.pid}`, path);
}
