import { readFile, rename, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { splitFile } from "./file-head.ts";
import { fileText, parseText } from "./file-text.ts";
import { keyOf } from "./read-values.ts";
import type { Native } from "./server-journey.ts";
import { journeySchemaFrom } from "./write-schemas.ts";

/** Writes what a file says now, and leaves what it says beside the journey. Written beside and moved into place. */
export async function rewriteFile({ terminal }: Cli, file: string, native: Native): Promise<void> {
  const path = resolve(terminal.cwd, file);
  const text = await readFile(path, "utf8");
  const parsed = parseText(file, text);
  const { beside } = "value" in parsed ? splitFile(parsed.value as Native) : { beside: {} };
  const format = /\.ya?ml$/i.test(file) ? "yaml" : "json";
  // Of JSON it is a field beside the journey.
  const schema = format === "yaml" && text.includes("yaml-language-server:") ? journeySchemaFrom(file) : null;
  await writeFile(`${path}.${process.pid}`, fileText(format, { ...beside, ...native }, { key: keyOf(file), schema }));
  await rename(`${path}.${process.pid}`, path);
}
