export { type KnownLife, type Life, readLife } from "./read.ts";
export { beSeen, hold, release } from "./write.ts";
