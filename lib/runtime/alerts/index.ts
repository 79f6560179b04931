/** Alerts for the dashboard: `raiseAlerts` stores them, `watchAlerts` checks for work that is overdue or failing. */
export { raiseAlerts } from "./raise-alerts.ts";
export { openWatch, type Watch, watchAlerts } from "./watch-alerts.ts";
