export { type KnownLife, type Life, readLife } from "./read.ts";
export { beSeen, hold, lockLife, release, writeGapAnswer } from "./write.ts";
