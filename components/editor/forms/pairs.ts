import type { JsonObject } from "#journey";

/** One line of a map being edited; two lines may share a key while one is being typed. */
export type Pair = { key: string; value: string };

export function pairsOf(map: unknown): Pair[] {
  if (typeof map !== "object" || map === null) return [];
  return Object.entries(map).map(([key, value]) => ({ key, value: writeValue(value) }));
}

/** Lines without a key are not part of the map. */
export function mapOf(pairs: readonly Pair[]): JsonObject | undefined {
  const filled = pairs.filter((pair) => pair.key.trim() !== "");
  if (filled.length === 0) return undefined;
  return Object.fromEntries(filled.map((pair) => [pair.key.trim(), readValue(pair.value)]));
}

/** What is typed as a value: numbers, true, false and null as such, text in quotes as text, the rest as text. */
export function readValue(text: string): unknown {
  const trimmed = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(trimmed) && trimmed.length < 16) return Number(trimmed);
  if (trimmed === "true" || trimmed === "false") return trimmed === "true";
  if (trimmed === "null") return null;
  if (/^["[{]/.test(trimmed)) {
    try {
      return JSON.parse(trimmed);
    } catch {
      return text;
    }
  }
  return text;
}

/** The way back: text that would read as something else is put in quotes. */
export function writeValue(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "string") return readValue(value) === value ? value : JSON.stringify(value);
  return JSON.stringify(value);
}
