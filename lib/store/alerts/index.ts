export { countAlerts, readAlertRows } from "./read.ts";
export type { AlertCode, AlertRow } from "./row.ts";
export { deleteOldAlerts, dismissAlertRows, upsertAlerts } from "./write.ts";
