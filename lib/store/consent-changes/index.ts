export { moveConsentChanges } from "./merge.ts";
export { readConsentChanges } from "./read.ts";
export { type ConsentChange, insertConsentChanges } from "./write.ts";
