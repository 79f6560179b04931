/** What a workspace may keep for a time of its own. Rendered messages have `archive.keepDays`. */
export const RETENTION_KINDS = [
  "events",
  "receipts",
  "surveyAnswers",
  "testSends",
  "refusedMessages",
  "rejectedSignals",
  "auditLog",
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];
