import { type FieldError, fieldError } from "#services";
import { DEEPEST_JSON, isStorable, storableText, textFault } from "#values";

/**
 * Finds values that PostgreSQL's jsonb refuses or JSON cannot represent: NUL, lone surrogates, infinity, too deep nesting
 * (R37).
 */
export function findUnstorable(root: unknown): FieldError | null {
  // Nearly always nothing is found, and then no path is needed.
  return isStorable(root) ? null : findFault(root);
}

function findFault(root: unknown): FieldError | null {
  const open: { value: unknown; path: PropertyKey[] }[] = [{ value: root, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    const fault = path.length > DEEPEST_JSON ? `is nested deeper than ${DEEPEST_JSON} levels` : faultOf(value);
    if (fault) return fieldError(path.slice(0, DEEPEST_JSON), `${nameOf(path)} ${fault}.`);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      const part = Array.isArray(value) ? Number(key) : key;
      const keyFault = key === "__proto__" ? "has a key that is not allowed" : textFault(key);
      if (keyFault) return fieldError([...path, storableText(key)], `${nameOf(path)}: the key ${keyFault}.`);
      if (typeof child === "object" || typeof child === "string" || typeof child === "number") {
        open.push({ value: child, path: [...path, part] });
      }
    }
  }
  return null;
}

function faultOf(value: unknown): string | null {
  if (typeof value === "string") return textFault(value);
  return typeof value === "number" && !Number.isFinite(value) ? "is a number too large to store" : null;
}

const nameOf = (path: PropertyKey[]): string =>
  path.length === 0 ? "The body" : storableText(path.slice(0, 8).map(String).join("."));
