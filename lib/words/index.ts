export { OPERATOR_WORDS } from "#journey";
export {
  FREQUENCY_WORDS,
  REASON_LABELS,
  reachWords,
  readReasons,
  SUPPRESSION_WORDS,
  sayReasons,
  sourceWords,
} from "./consent.ts";
export { DECISION_REASONS, reasonWords, sayDecision, skippedWords } from "./decisions.ts";
export { EXIT_REASONS, type ExitReason, exitWords } from "./exit-reasons.ts";
export { withFormerCode } from "./former-codes.ts";
export { CHANNEL_LABELS, channelLabel, contentLabel } from "./messages.ts";
export { NEAR_MISSES, type NearMissReason, nearMissWords } from "./near-misses.ts";
export { policyWords, readPolicyReasons, sayHeld, sayKept } from "./policies.ts";
export { codeInWords, MONTHS, sayList, sentence } from "./sentence.ts";
export {
  ENROLLMENT_STATUS_WORDS,
  JOURNEY_STATUS_WORDS,
  PAUSE_WORDS,
} from "./statuses.ts";
export { type NamedHop, receiptWith, sayTransition } from "./transitions.ts";
export { sayField, sayValue } from "./values.ts";
