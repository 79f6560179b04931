export { readDays } from "./days.ts";
