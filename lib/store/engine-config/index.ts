export { holdRevision, readClock, readClockIn, readExactClock, readMoment } from "./read.ts";
export { raiseEngineRevision, raiseRevision } from "./write.ts";
