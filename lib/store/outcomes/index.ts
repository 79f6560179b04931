export { insertOutcome, type OutcomeRow } from "./write.ts";
