import { parseDocument, YAMLError } from "yaml";
import { isObject } from "#values";
import type { ImportProblem } from "./contract.ts";

/** The limits of a file: exports of large accounts are far below them. */
export const MOST_FILE_CHARS = 8 * 1024 * 1024;
const MOST_YAML_CHARS = 1024 * 1024;
const MOST_VALUES = 300_000;
const DEEPEST = 100;
const MOST_ALIASES = 100;
const TOO_DEEP = `The file is nested deeper than ${DEEPEST} levels.`;

type Parsed = { readonly file: unknown } | { readonly problem: ImportProblem };

/** Parses a file as JSON or YAML 1.2. Never throws; what cannot be read is named in `problem`. */
export function parseFile(text: string): Parsed {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.length > MOST_FILE_CHARS)
    return refused(`The file has ${plain.length} characters; ${MOST_FILE_CHARS} are the most.`);
  if (plain.startsWith("PK\u0003\u0004"))
    return refused("The file is a ZIP archive. Unpack it and import the JSON file inside.");
  if (plain.trim() === "") return refused("The file is empty.");
  const parsed = /^\s*[[{]/.test(plain) ? parseJson(plain) : parseYaml(plain);
  if ("problem" in parsed) return parsed;
  const excess = excessOf(parsed.file);
  return excess === null ? parsed : refused(excess);
}

const refused = (message: string): Parsed => ({ problem: { pointer: "", message } });

function parseJson(text: string): Parsed {
  try {
    return { file: JSON.parse(text) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(reason)?.[1] ?? Number.NaN);
    if (/unexpected end|unterminated/i.test(reason) || position >= text.trimEnd().length - 1)
      return refused("The file is cut short: its JSON does not end.");
    const line = Number.isNaN(position) ? "" : `: see line ${text.slice(0, position).split("\n").length}`;
    return refused(`The file is not valid JSON${line}.`);
  }
}

function parseYaml(text: string): Parsed {
  if (text.length > MOST_YAML_CHARS)
    return refused(`A YAML file may have ${MOST_YAML_CHARS} characters; this one has ${text.length}.`);
  try {
    const document = parseDocument(text, { version: "1.2", schema: "core", logLevel: "silent" });
    const [error] = document.errors;
    if (error) return refused(sayYamlError(error));
    const file: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return isObject(file) || Array.isArray(file) ? { file } : refused("The file is neither JSON nor YAML.");
  } catch (error) {
    if (error instanceof YAMLError) return refused(sayYamlError(error));
    if (error instanceof RangeError) return refused(TOO_DEEP);
    // The library throws a ReferenceError for more aliases than allowed.
    return refused(`The file repeats parts of itself by more than ${MOST_ALIASES} aliases, or by an unknown one.`);
  }
}

function sayYamlError({ linePos, message }: YAMLError): string {
  // The library reports its own exhausted stack as a mistake of the file.
  if (/call stack/.test(message)) return TOO_DEEP;
  const line = linePos?.[0].line;
  const [reason = ""] = message.split(/ at line |\n/);
  return line === undefined
    ? `The file is not valid YAML: ${reason}`
    : `The file is not valid YAML in line ${line}: ${reason}`;
}

/** Counts without recursion: a file may be nested deeper than the stack. */
function excessOf(file: unknown): string | null {
  let level: unknown[] = [file];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return TOO_DEEP;
    values += level.length;
    if (values > MOST_VALUES) return `The file holds more than ${MOST_VALUES} values.`;
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
  return null;
}
