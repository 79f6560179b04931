/** Whether an engine may work: `live` for gaps and moves of the database, `Pace` for clocks that jump (R44). */
export { type AfterGap, type LifeOptions, live } from "./live.ts";
export { isSuspended, notePace } from "./pace.ts";
