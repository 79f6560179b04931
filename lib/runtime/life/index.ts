/** Whether an engine may work: `live` for gaps and moves of the database, `isSteady` for clocks that jump (R44). */
export { type AfterGap, type LifeOptions, live } from "./live.ts";
export { isSteady, mayWorkAt } from "./steady.ts";
