export { moveConsentChanges } from "./merge.ts";
export { readConsentChanges } from "./read.ts";
export type { ConsentChange } from "./write.ts";
