import { isObject } from "#values";
import type { JsonObject } from "./schema.ts";

/** What stands under these keys is compared with: `{property: value}`. */
export const FILTER_KEYS: ReadonlySet<string> = new Set(["filter", "eventFilter"]);

/** What stands under these keys is data of people and events: neither rules nor names. */
const DATA_KEYS: ReadonlySet<string> = new Set([...FILTER_KEYS, "properties", "variables", "value"]);

export type RuleObject = {
  readonly object: JsonObject;
  /** Dotted, as problems name fields: `config.rules.all.0`. */
  readonly path: string;
};

/**
 * Every object inside a value, outer ones first: rules (`{event, count}`, `{segment}`), expressions and operations may stand
 * anywhere in a config. What lies under the keys of `except` is passed over.
 */
export function* objectsIn(value: unknown, path = "", except: ReadonlySet<string> = DATA_KEYS): Generator<RuleObject> {
  if (isObject(value)) yield { object: value, path };
  else if (!Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value))
    if (!except.has(key)) yield* objectsIn(inner, path === "" ? key : `${path}.${key}`, except);
}
