/** Answers stored for a day by `Idempotency-Key`. */
export { claimKey } from "./claim-key.ts";
export { dropKey, keepAnswer } from "./keep-answer.ts";
