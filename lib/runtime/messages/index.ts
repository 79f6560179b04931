export type { MessageFinding } from "./finding.ts";
export { countMessages, flushMessageCounts, noteFindings } from "./note-findings.ts";
