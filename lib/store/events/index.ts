export { listShownEvents, type ShownEvent } from "./list.ts";
export { logCreation } from "./log-creation.ts";
export { type FirstEvent, readFirsts, whoDid } from "./observe.ts";
export { longestWindow, readGoalEvents, readLogStart, readPastEvents } from "./read.ts";
export { insertEmittedEvents, insertEvents, type NewEvent, readIngestMoment } from "./write.ts";
