export { followMerges } from "./follow-merges.ts";
