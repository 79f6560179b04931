export { countResuming, countStanding, type Standing } from "./counts.ts";
export { findStalled, isAnythingWaiting, readNextWake } from "./due.ts";
export { type DuePositionRow, type PositionRow, readDuePositions, readParkedPeople, readPositions } from "./read.ts";
export { readStanding } from "./read-standing.ts";
export { readWaiting, type WaitingRow } from "./read-waiting.ts";
export { deferPositions, deletePositions, insertPositions, updatePositions } from "./write.ts";
