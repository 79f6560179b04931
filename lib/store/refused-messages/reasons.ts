/** Why a message was not stored. */
export const REFUSAL_REASONS = [
  "invalid",
  "no_person",
  "reserved_name",
  "unproved",
  "unstorable",
  "not_stored",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What was changed in a message so that it could be stored, or is wrong with it although it was. */
export const CHANGE_REASONS = ["time_unreadable", "time_ahead", "text_mended", "unproved_stored"] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];
