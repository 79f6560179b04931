import { CliError, EXIT, usage } from "./exit-codes.ts";

/** JSON from a flag. */
export function readJson(flag: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(flag, `is not valid JSON: ${(error as Error).message}`);
  }
}

/** A JSON object from a flag. */
export function readObject(flag: string, text: string): Record<string, unknown> {
  const value = readJson(flag, text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(flag, "is a JSON object");
  return value as Record<string, unknown>;
}

/** One of some words from a flag. */
export function readChoice<Choice extends string>(flag: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw usage(`${flag} is one of ${choices.join(", ")}, not ${JSON.stringify(text)}.`);
  return found;
}

/** A whole number from a flag. */
export function readCount(flag: string, text: string, most: number): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > most) throw usage(`${flag} is a whole number from 1 to ${most}.`);
  return count;
}

/** A flag whose value cannot be used. */
export const invalid = (flag: string, fault: string): CliError =>
  new CliError(EXIT.validation, `${flag} ${fault}`, { findings: [{ pointer: flag, message: fault }] });
