import type { JsonObject } from "#journey";

/** Maps and rules that people wrote: an empty text or null inside them means something. */
const WRITTEN = new Set(["filter", "variables", "properties", "rules", "include", "exclude"]);

/** A config without empty fields: they are absent in the document, not empty strings. */
export function tidyConfig(values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      if (value === undefined || value === "" || value === null || (typeof value === "number" && Number.isNaN(value)))
        return [];
      return [[key, WRITTEN.has(key) ? value : tidyValue(value)]];
    }),
  );
}

function tidyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidyValue);
  return typeof value === "object" && value !== null ? tidyConfig(value as JsonObject) : value;
}
