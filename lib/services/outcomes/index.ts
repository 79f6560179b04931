/** What people did with offers and messages. */
export { recordOutcome, recordOutcomeOf } from "./record-outcome.ts";
export { OutcomeInput, RecordedOutcome } from "./schema.ts";
