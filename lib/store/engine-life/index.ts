export { type EngineRecord, isEngineWorking, type KnownEngine, readDowntime, readEngineRecord } from "./read.ts";
export { forgetPlace, hold, lockLife, recordHeartbeat, release, writeGapAnswer } from "./write.ts";
