/**
 * Whether an engine may work: `checkDowntime` for downtimes and moves of the database, `isSteady` for clock jumps
 * (R44).
 */
export { type AfterGap, checkDowntime, type DowntimeOptions } from "./check-downtime.ts";
export { isSteady, mayWorkAt } from "./clock-drift.ts";
