export { takeInTracked } from "./take-in-tracked.ts";
