export { runDates } from "./run-dates.ts";
