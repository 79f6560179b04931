export { addDuration } from "./clock.ts";
export { momentOf } from "./dates.ts";
export { formatInstant } from "./format.ts";
export { waitOver } from "./wait.ts";
