import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";
import { type Head, readHead, splitFile } from "./file-head.ts";
import type { Finding } from "./finding.ts";
import { isJourneyFile, keyOf, readValues } from "./read-values.ts";
import type { Native } from "./server-journey.ts";

/** A file that says a journey; its name is the key of the journey. */
export type JourneyFile = {
  readonly key: string;
  /** As it was named, or found in the folder. */
  readonly file: string;
  readonly foreign: Native;
  /** What it says beside the journey, as it is written, and as it is read. */
  readonly beside: Native;
  readonly head: Head;
};

/** Reads the named files, or all of the folder; what cannot be read is named, and the others are read all the same. */
export async function readJourneyFiles(
  cli: Cli,
  named: readonly string[],
  dir: string,
): Promise<{ readonly files: JourneyFile[]; readonly findings: Finding[] }> {
  const files: JourneyFile[] = [];
  const findings: Finding[] = [];
  const read = await readValues(cli, named.length > 0 ? named : await listFiles(cli, dir));
  for (const [file, parsed] of read) {
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
  const { journey: foreign, beside } = splitFile(value as Native);
  const { head, findings } = readHead(file, beside);
  files.push({ key, file, foreign, beside, head });
  return findings;
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
