export { recomputeInterest } from "./recompute.ts";
