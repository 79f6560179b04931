export { findRefused } from "./read.ts";
export { deleteOldMessages, type RefusedRow, upsertRefusedMessages } from "./write.ts";
