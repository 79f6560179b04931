export { readSeen, type Seen } from "./read.ts";
export { mergeSeen, noteEnded, noteShown } from "./write.ts";
