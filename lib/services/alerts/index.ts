/** Alerts: raised by the engine, dismissed by people. */
export { dismissAlert } from "./dismiss-alert.ts";
export { listAlerts } from "./list-alerts.ts";
export { Alert } from "./schema.ts";
