export { type EngineRecord, type KnownEngine, readEngineRecord } from "./read.ts";
export { hold, lockLife, recordHeartbeat, release, writeGapAnswer } from "./write.ts";
