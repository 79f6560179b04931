import { readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import { parseText } from "./file-text.ts";
import { type Finding, placeIn } from "./finding.ts";

/** A file that says a journey; its name is the key of the journey. */
export type JourneyFile = {
  readonly key: string;
  /** As it was named, or found in the folder. */
  readonly file: string;
  readonly foreign: Readonly<Record<string, unknown>>;
};

export const isJourneyFile = (name: string): boolean => /\.(?:json|ya?ml)$/i.test(name);
export const keyOf = (file: string): string => basename(file).replace(/\.(?:json|ya?ml)$/i, "");

/** Reads the named files, or all of the folder; what cannot be read is named, and the others are read all the same. */
export async function readJourneyFiles(
  cli: Cli,
  named: readonly string[],
  dir: string,
): Promise<{ readonly files: JourneyFile[]; readonly findings: Finding[] }> {
  const files: JourneyFile[] = [];
  const findings: Finding[] = [];
  for (const file of named.length > 0 ? named : await listFiles(cli, dir)) {
    const parsed = parseText(file, await readText(cli, file));
    if ("finding" in parsed) findings.push(parsed.finding);
    else findings.push(...add(files, file, parsed.value));
  }
  return { files, findings };
}

function add(files: JourneyFile[], file: string, value: unknown): Finding[] {
  const key = keyOf(file);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [{ pointer: file, message: "is not an object" }];
  if (!/^[a-z0-9][a-z0-9_-]{0,119}$/.test(key))
    return [{ pointer: file, message: "is named after no key: small letters, digits, - and _" }];
  const other = files.find((one) => one.key === key);
  if (other) return [{ pointer: file, message: `says the journey ${key}, as ${other.file} does` }];
  // A reference to a JSON schema is for editors.
  const { $schema: _, ...foreign } = value as Record<string, unknown>;
  files.push({ key, file, foreign });
  return [];
}

async function listFiles({ terminal }: Cli, dir: string): Promise<string[]> {
  const names = await readdir(resolve(terminal.cwd, dir)).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(EXIT.notFound, `The folder ${dir} cannot be read: ${error.message}`, {
      hint: "Run `sojourn pull` first, or name the folder with --dir.",
    });
  });
  return names
    .filter(isJourneyFile)
    .sort()
    .map((name) => join(dir, name));
}

/** The text of a file that was named on the command line. */
export async function readText({ terminal }: Cli, file: string): Promise<string> {
  return readFile(resolve(terminal.cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CliError(EXIT.notFound, `${placeIn(file, "")} cannot be read: ${error.message}`);
  });
}
