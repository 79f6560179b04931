import { DEEPEST_JSON } from "./limits.ts";
import { textFault } from "./text.ts";

/**
 * Whether a value can be stored as JSON: no text with a fault, no number without JSON, no key `__proto__`, no nesting beyond
 * `DEEPEST_JSON`. It allocates nothing, because every event is checked by it; what exactly is wrong is searched for after it
 * said no.
 */
export function isStorable(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST_JSON) return false;
  if (typeof value === "string") return textFault(value) === null;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) {
    for (const inner of value) if (!isStorable(inner, depth + 1)) return false;
    return true;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key in fields) {
    if (textFault(key) !== null || key === "__proto__" || !isStorable(fields[key], depth + 1)) return false;
  }
  return true;
}
