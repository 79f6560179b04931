import type { Registry, ValueType } from "./evaluator.ts";

const DEEPEST = 3;

/**
 * Limits the types of nested lists and maps to three levels; deeper levels are `dyn`. The evaluator creates a type for
 * every nesting it meets in expressions and traits, and keeps it as long as the process runs under a name as long as
 * the nesting is deep: a client that keeps sending new nestings could exhaust the memory.
 */
export function flattenTypes(registry: Registry): void {
  const { getListType, getMapType, getOptionalType } = registry;
  const dyn = registry.getType("dyn");
  const flat = (type: ValueType) => (depthOf(type) < DEEPEST ? type : dyn);
  registry.getListType = (value) => getListType.call(registry, flat(value));
  registry.getMapType = (key, value) => getMapType.call(registry, flat(key), flat(value));
  registry.getOptionalType = (value) => getOptionalType.call(registry, flat(value));
}

function depthOf(type: ValueType): number {
  return type.valueType === undefined ? 0 : 1 + depthOf(type.valueType);
}
