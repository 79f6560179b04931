import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { CliError, EXIT } from "./exit-codes.ts";

export const PROJECT_FILE = "sojourn.json";

/**
 * What a folder of journeys says of itself: the flags `--dir`, and `--format` of `pull`. Neither the server nor a key: a
 * file in a repository must not decide to whom keys are sent.
 */
const FIELDS: Readonly<Record<string, { readonly holds: (value: unknown) => boolean; readonly is: string }>> = {
  $schema: { holds: (value) => typeof value === "string", is: "a text" },
  dir: { holds: (value) => typeof value === "string" && value !== "", is: "the name of a folder" },
  format: { holds: (value) => ["json", "yaml", "ts"].includes(String(value)), is: "json, yaml or ts" },
};

/** Gives a command of journey files the flags that the folder says, where the command line does not. */
export function applyProject(cwd: string, command: Command): void {
  const takes = (flag: string) => command.options.some((option) => option.attributeName() === flag);
  // Other commands have a `--format` of another meaning.
  if (!takes("dir")) return;
  for (const [flag, value] of Object.entries(readProject(cwd)))
    if (takes(flag) && command.getOptionValueSource(flag) === "default")
      command.setOptionValueWithSource(flag, value, "config");
}

function readProject(cwd: string): Readonly<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(join(cwd, PROJECT_FILE), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
  const value = parse(text);
  const findings = Object.entries(value).flatMap(([field, given]) => {
    const known = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
    const message = known === undefined ? "is not a field of it" : `is ${known.is}`;
    return known?.holds(given) ? [] : [{ pointer: `${PROJECT_FILE}#/${field}`, message }];
  });
  if (findings.length > 0) throw new CliError(EXIT.validation, `${PROJECT_FILE} is not valid.`, { findings });
  return value;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CliError(EXIT.validation, `${PROJECT_FILE} is not valid JSON: ${(error as Error).message}`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new CliError(EXIT.validation, `${PROJECT_FILE} is not an object.`);
}
