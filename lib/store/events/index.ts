export { longestWindow, readGoalEvents, readLogStart, readPastEvents } from "./read.ts";
export { insertEmittedEvents, insertEvents, type LoggedEvent, readIngestMoment } from "./write.ts";
