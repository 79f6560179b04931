export { type BroadcastRow, listBroadcastRows, readBroadcast } from "./read.ts";
export { countBroadcast, keepBroadcastResult, readOverBroadcasts } from "./results.ts";
export type { BroadcastResult, ReachBefore, UnsentReason } from "./table.ts";
export { insertBroadcastRow, stopBroadcastRow } from "./write.ts";
