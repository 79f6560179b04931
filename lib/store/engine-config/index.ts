export { readClock, readMoment } from "./read.ts";
