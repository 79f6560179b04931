/** What this process counts and measures for a monitoring system (docs/operations.md, "Metrics"). */
export { countAttempts, countBatch, countFailedLoop, timeRequest } from "./count.ts";
export { type InstallationFigures, metricsText, OPEN_METRICS } from "./metrics-text.ts";
