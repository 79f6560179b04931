export { hashText } from "./hash-text.ts";
export { isObject } from "./is-object.ts";
export { DEEPEST_JSON, LONGEST_ADDRESS, LONGEST_CHAIN, LONGEST_ZONE, SHARD_COUNT } from "./limits.ts";
export { isPersonalField } from "./personal-field.ts";
export { isStorable } from "./storable.ts";
export { beginningOf, mayHoldUnstorable, storableText, textFault } from "./text.ts";
export { readTyped, splitList, writeTyped } from "./typed-text.ts";
