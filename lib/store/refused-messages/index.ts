export { findRefused, readRefused } from "./read.ts";
export { CHANGE_REASONS, type ChangeReason, REFUSAL_REASONS, type RefusalReason } from "./reasons.ts";
export { deleteOldMessages, type RefusedRow, upsertRefusedMessages } from "./write.ts";
