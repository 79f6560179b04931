import { isObject } from "#values";
import type { JsonObject } from "./schema.ts";

/** Values under these keys are filters: `{property: value}`. */
export const FILTER_KEYS: ReadonlySet<string> = new Set(["filter", "eventFilter"]);

/** Values under these keys are data of people and events: they contain neither rules nor names. */
const DATA_KEYS: ReadonlySet<string> = new Set([...FILTER_KEYS, "properties", "variables", "value"]);

export type RuleObject = {
  readonly object: JsonObject;
  /** Dotted, in the form in which problems name fields: `config.rules.all.0`. */
  readonly path: string;
};

/**
 * Every object inside a value, outer ones first: a config may contain rules (`{event, count}`, `{segment}`),
 * expressions and operations at any depth. Values under the keys in `except` are skipped.
 */
export function* objectsIn(value: unknown, path = "", except: ReadonlySet<string> = DATA_KEYS): Generator<RuleObject> {
  if (isObject(value)) yield { object: value, path };
  else if (!Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value))
    if (!except.has(key)) yield* objectsIn(inner, path === "" ? key : `${path}.${key}`, except);
}
