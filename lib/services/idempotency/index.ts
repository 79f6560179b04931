/** Answers kept for a day under the keys that callers give their requests. */
export { claimKey } from "./claim-key.ts";
export { dropKey, keepAnswer } from "./keep-answer.ts";
