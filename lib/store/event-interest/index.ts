export { recomputeInterest } from "./recompute.ts";
export { deleteInterest } from "./write.ts";
