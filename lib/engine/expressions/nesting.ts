import type { Registry, ValueType } from "./evaluator.ts";

const DEEPEST = 3;

/**
 * Lets the evaluator tell lists of lists apart three levels deep, and calls what lies deeper `dyn`. It makes a type for
 * every nesting it meets, in expressions and in people's traits, and keeps it for the life of the process under a name as
 * long as the nesting is deep: somebody who sends ever other nestings would fill the memory.
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
