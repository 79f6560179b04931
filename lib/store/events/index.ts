export { type FirstEvent, readFirsts, whoDid } from "./observe.ts";
export { longestWindow, readGoalEvents, readLogStart, readPastEvents } from "./read.ts";
export { insertEmittedEvents, insertEvents, type LoggedEvent, readIngestMoment } from "./write.ts";
