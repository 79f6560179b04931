export { type NamedEvent, readInterest } from "./read.ts";
export { recomputeInterest } from "./recompute.ts";
export { deleteInterest } from "./write.ts";
