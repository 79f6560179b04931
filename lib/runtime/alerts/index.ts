/** Alerts for the dashboard: `raiseAlerts` stores, `watchAlerts` looks for what should have happened and did not. */
export { raiseAlerts } from "./raise-alerts.ts";
export { openWatch, type Watch, watchAlerts } from "./watch-alerts.ts";
