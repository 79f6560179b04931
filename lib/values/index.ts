export { hashText } from "./hash-text.ts";
export { isObject } from "./is-object.ts";
export { beginningOf, mayHoldUnstorable, storableText, textFault } from "./text.ts";
export { readTyped, splitList, writeTyped } from "./typed-text.ts";
