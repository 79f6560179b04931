import type { JsonObject } from "#journey";
import { isObject, readTyped, writeTyped } from "#values";

/** One line of a map being edited; two lines may share a key while one is being typed. */
export type Pair = { key: string; value: string };

export function pairsOf(map: unknown): Pair[] {
  if (!isObject(map)) return [];
  return Object.entries(map).map(([key, value]) => ({ key, value: writeTyped(value) }));
}

/** Lines without a key are not part of the map. */
export function mapOf(pairs: readonly Pair[]): JsonObject | undefined {
  const filled = pairs.filter((pair) => pair.key.trim() !== "");
  if (filled.length === 0) return undefined;
  return Object.fromEntries(filled.map((pair) => [pair.key.trim(), readTyped(pair.value)]));
}
