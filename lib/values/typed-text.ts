/** A number that JavaScript keeps as it is written; one with more digits stays text. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const MOST_DIGITS = 15;

/** What is typed as a value: numbers, true, false and null as such, lists, objects and quoted text as JSON, the rest as text. */
export function readTyped(text: string): unknown {
  const trimmed = text.trim();
  const isNumber = NUMBER.test(trimmed) && trimmed.length <= MOST_DIGITS;
  if (!isNumber && !/^(true$|false$|null$|["[{])/.test(trimmed)) return text;
  try {
    return JSON.parse(trimmed);
  } catch {
    return text;
  }
}

/** The way back: text that would read as something else is put in quotes. */
export function writeTyped(value: unknown): string {
  if (typeof value === "string" && readTyped(value) === value) return value;
  return JSON.stringify(value) ?? "";
}

/** The entries of a list separated by commas, without spaces around them; empty ones are none. */
export const splitList = (text: string): string[] =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
