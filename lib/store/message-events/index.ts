export { findReferred, type MessageReference, type Referred } from "./find.ts";
export type { MessageEventKind } from "./kinds.ts";
export { type MessageEventRow, readMessageEvents } from "./read.ts";
export { type NewMessageEvent, recordMessageEvents } from "./record.ts";
export { deleteOldMessageEvents } from "./retention.ts";
