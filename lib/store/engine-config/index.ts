export { readClock, readExactClock, readMoment } from "./read.ts";
export { raiseEngineRevision, raiseRevision } from "./write.ts";
