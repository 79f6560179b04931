export { type EngineRecord, type KnownEngine, readDowntime, readEngineRecord } from "./read.ts";
export { hold, lockLife, recordHeartbeat, release, writeGapAnswer } from "./write.ts";
