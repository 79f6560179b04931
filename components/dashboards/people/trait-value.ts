import type { JsonObject } from "#journey";

/** A trait as it is shown in a field: text plainly, the rest (and text that looks like something else) as JSON. */
export function traitText(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value) ?? "";
  return readTrait(value) === value ? value : JSON.stringify(value);
}

/** What somebody typed: numbers, true, false, null, lists, objects and quoted text are JSON, anything else is text. */
export function readTrait(text: string): unknown {
  const trimmed = text.trim();
  if (!/^(-?\d|true$|false$|null$|["[{])/.test(trimmed)) return text;
  try {
    return JSON.parse(trimmed);
  } catch {
    return text;
  }
}

export type TraitRow = { name: string; text: string };

/** What to send: changed and new traits, and `null` for those that are gone. */
export function traitChanges(before: JsonObject, rows: readonly TraitRow[]): JsonObject {
  const after = new Map(
    rows.filter(({ name }) => name.trim() !== "").map(({ name, text }) => [name.trim(), readTrait(text)]),
  );
  const changes: Record<string, unknown> = {};
  for (const [name, value] of after) {
    if (JSON.stringify(before[name]) !== JSON.stringify(value)) changes[name] = value;
  }
  for (const name of Object.keys(before)) {
    if (!after.has(name)) changes[name] = null;
  }
  return changes;
}
