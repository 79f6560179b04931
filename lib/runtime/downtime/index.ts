/** Whether an engine may work: `live` for gaps and moves of the database, `isSteady` for clocks that jump (R44). */
export { type AfterGap, checkDowntime, type DowntimeOptions } from "./check-downtime.ts";
export { isSteady, mayWorkAt } from "./steady.ts";
