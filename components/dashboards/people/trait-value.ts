import type { JsonObject } from "#journey";
import { readTyped } from "#values";

export type TraitRow = { name: string; text: string };

/** What to send: changed and new traits, and `null` for those that are gone. */
export function traitChanges(before: JsonObject, rows: readonly TraitRow[]): JsonObject {
  const after = new Map(
    rows.filter(({ name }) => name.trim() !== "").map(({ name, text }) => [name.trim(), readTyped(text)]),
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
