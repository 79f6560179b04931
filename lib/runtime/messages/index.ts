export {
  CHANGE_REASONS,
  type ChangeReason,
  type MessageFinding,
  REFUSAL_REASONS,
  type RefusalReason,
} from "./finding.ts";
export { countMessages, flushMessageCounts, noteFindings } from "./note-findings.ts";
