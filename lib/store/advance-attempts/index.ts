export { type AdvanceKey, readAdvanceAttempts } from "./read.ts";
export { forgetAdvanceAttempts, noteAdvanceAttempts } from "./write.ts";
