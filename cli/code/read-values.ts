import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import { parseText } from "./file-text.ts";
import { type Finding, placeIn } from "./finding.ts";
import { readTypescript } from "./typescript/read-typescript.ts";

/** The files that say journeys: JSON, YAML and TypeScript, but not declarations of types. */
const JOURNEY_FILE = /(?<!\.d)\.(?:json|ya?ml|ts)$/i;
export const isJourneyFile = (name: string): boolean => JOURNEY_FILE.test(name) && !basename(name).startsWith(".");
export const keyOf = (file: string): string => basename(file).replace(JOURNEY_FILE, "");
const isTypescript = (file: string): boolean => /\.ts$/i.test(file);

type Read = { readonly value: unknown } | { readonly finding: Finding };

/** What files say, by their names; what cannot be read is named, and the others are read all the same. */
export async function readValues(cli: Cli, files: readonly string[]): Promise<Map<string, Read>> {
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file, await readText(cli, file));
  const code = files.filter(isTypescript);
  const run = await readTypescript(cli, new Map(code.map((file) => [file, resolve(cli.terminal.cwd, file)])));
  return new Map(files.map((file) => [file, readOne(file, texts.get(file) ?? "", run.get(file))]));
}

function readOne(file: string, text: string, run: Read | undefined): Read {
  if (run === undefined) return parseText(file, text);
  return "value" in run ? journeyOf(file, run.value) : run;
}

/** The journey of a TypeScript file, whose name is its key too. */
function journeyOf(file: string, value: unknown): Read {
  if (typeof value !== "object" || value === null || !("key" in value && "journey" in value))
    return { finding: { pointer: file, message: "has no `journey(…)` as its default export" } };
  if (value.key === keyOf(file)) return { value: value.journey };
  const key = JSON.stringify(value.key);
  return { finding: { pointer: file, message: `says the journey ${key}; its name has to be the same` } };
}

/** The text of a file that was named on the command line. */
export async function readText({ terminal }: Cli, file: string): Promise<string> {
  return readFile(resolve(terminal.cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CliError(EXIT.notFound, `${placeIn(file, "")} cannot be read: ${error.message}`);
  });
}

/** The text of a file; null if there is none. */
export async function readIfThere({ terminal }: Cli, file: string): Promise<string | null> {
  return readFile(resolve(terminal.cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
