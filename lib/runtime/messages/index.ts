export type { ChangeReason, MessageFinding, RefusalReason } from "./finding.ts";
export { countMessages, flushMessageCounts, noteFindings } from "./note-findings.ts";
