export type { AlertCode, AlertRow } from "./row.ts";
export { deleteOldAlerts, upsertAlerts } from "./write.ts";
